import type { Plugin } from 'vite'

import { pageHeaders, realPageHeaders } from '../serve/securityHeaders.ts'

/**
 * Emits `_headers`, from which Netlify and Cloudflare read the headers to send (docs/deploying.md).
 *
 * - One rule for all files: both hosts join the values of overlapping rules, and the headers of pages suit all files.
 * - No `Cache-Control`: by default, both hosts make browsers revalidate each file. With a long lifetime, browsers would also
 *   cache the response for a missing file that long.
 *
 * @param mock whether the build contains the mock.
 */
export function staticHosts({ mock }: { mock: boolean }): Plugin {
  return {
    name: 'static-hosts',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile(mock) })
    },
  }
}

function headersFile(mock: boolean): string {
  const { 'Cache-Control': _, ...headers } = mock ? pageHeaders : realPageHeaders
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`)
  return `/*\n${lines.join('')}`
}
