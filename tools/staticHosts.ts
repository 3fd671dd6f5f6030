import type { Plugin } from 'vite'

import { pageHeaders } from './securityHeaders.ts'

/**
 * Emits `_headers`, from which Netlify and Cloudflare read the headers to send (docs/deploying.md).
 *
 * - One rule for all files: both hosts join the values of overlapping rules, and the headers of pages suit all files.
 * - No `Cache-Control`: by default, both hosts make browsers revalidate each file. With a long lifetime, browsers would also
 *   cache the response for a missing file that long.
 */
export function staticHosts(): Plugin {
  return {
    name: 'static-hosts',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() })
    },
  }
}

function headersFile(): string {
  const { 'Cache-Control': _, ...headers } = pageHeaders
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`)
  return `/*\n${lines.join('')}`
}
