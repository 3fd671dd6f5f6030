import type { Plugin, Rolldown } from 'vite'

import { pageWords } from '../src/app/pageWords.ts'
import { tooOldWords } from './browsers.ts'
import { bootScript } from './generated/bootScript.ts'

/**
 * Makes index.html one that works under every path: the addresses that Vite has written go, and the boot script comes, with the
 * names of the files in its attributes. What browsers show that are too old stands in the body. The mock, where there is one, is
 * fetched together with the application.
 */
export function bootedPage({ mock }: { mock: boolean }): Plugin {
  return {
    name: 'booted-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {}, chunk: entry }) {
        if (!entry) throw new Error('index.html has no script of its own any more.')
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const styles = [...(entry.viteMetadata?.importedCss ?? [])]
        const icon = /<link rel="icon" href="\.\/([^"]+)"/.exec(html)?.[1] ?? ''
        const attributes = {
          pages: pageWords.join(' '),
          entry: entry.fileName,
          styles: styles.join(' '),
          ahead: [...entry.imports, ...(mock ? [mockOf(chunks)] : [])].join(' '),
          icon,
        }
        const named = Object.entries(attributes).map(([name, value]) => `data-${name}="${value}"`)
        return withoutAddresses(html)
          .replace(
            '</head>',
            () => `  <script ${named.join(' ')}>${bootScript}</script>\n  </head>`,
          )
          .replace('</body>', `  <p id="too-old">${tooOldWords}</p>\n  </body>`)
      },
    },
  }
}

function mockOf(chunks: readonly Rolldown.OutputChunk[]): string {
  const mock = chunks.find(({ moduleIds }) =>
    moduleIds.some((id) => id.endsWith('/mock/transports/browser.ts')),
  )
  if (!mock || mock.isEntry) throw new Error('The mock is not a chunk of its own any more.')
  return mock.fileName
}

function withoutAddresses(html: string): string {
  const without = html
    .replace(/ *<script type="module"[^>]*><\/script>\n/g, '')
    .replace(/ *<link rel="(icon|stylesheet|modulepreload)"[^>]*>\n/g, '')
  const left = /(?:src|href)="[^"]*"/.exec(without)?.[0]
  if (left) throw new Error(`index.html still has an address that fits one path only: ${left}`)
  return without
}
