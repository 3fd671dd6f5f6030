import type { Plugin } from 'vite'

import { pageHeaders } from './securityHeaders.ts'

/**
 * Puts the file into a build from which Netlify and Cloudflare take the headers to send (docs/deploying.md).
 *
 * - One rule for all files: both hosts join the values of rules that overlap, and what pages are sent with suits all others.
 * - Nothing about caching: both let browsers ask each time whether a file has changed. An answer for a file that is not there
 *   would otherwise be kept for as long as the file itself.
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
