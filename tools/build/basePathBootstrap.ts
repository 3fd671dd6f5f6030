import type { Plugin, Rolldown } from 'vite'

import { firstPathSegments } from '#src/app/pathSegments.ts'

import { unsupportedBrowserText } from './supportedBrowsers.ts'
import { bootScript } from '../generated/bootScript.ts'

/**
 * Makes index.html work under every base path: removes the URLs that Vite wrote, and adds the boot script, which gets the file
 * names in its data attributes. Adds a text for unsupported browsers to the body. In a build with the mock, the boot script
 * preloads the mock together with the application.
 */
export function basePathBootstrap({ mock }: { mock: boolean }): Plugin {
  return {
    name: 'base-path-bootstrap',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {}, chunk: entry }) {
        if (!entry) throw new Error('index.html has no entry script.')
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const styles = [...(entry.viteMetadata?.importedCss ?? [])]
        const icon = /<link rel="icon" href="\.\/([^"]+)"/.exec(html)?.[1] ?? ''
        const attributes = {
          pages: firstPathSegments.join(' '),
          entry: entry.fileName,
          styles: styles.join(' '),
          ahead: [...entry.imports, ...(mock ? [mockChunk(chunks)] : [])].join(' '),
          icon,
        }
        const dataAttributes = Object.entries(attributes).map(
          ([name, value]) => `data-${name}="${value}"`,
        )
        return withoutUrls(html)
          .replace(
            '</head>',
            () => `  <script ${dataAttributes.join(' ')}>${bootScript}</script>\n  </head>`,
          )
          .replace('</body>', `  <p id="too-old">${unsupportedBrowserText}</p>\n  </body>`)
      },
    },
  }
}

function mockChunk(chunks: readonly Rolldown.OutputChunk[]): string {
  const mock = chunks.find(({ moduleIds }) =>
    moduleIds.some((id) => id.endsWith('/mock/transports/browser.ts')),
  )
  if (!mock || mock.isEntry) throw new Error('The mock is not in a separate chunk.')
  return mock.fileName
}

function withoutUrls(html: string): string {
  const without = html
    .replace(/ *<script type="module"[^>]*><\/script>\n/g, '')
    .replace(/ *<link rel="(icon|stylesheet|modulepreload)"[^>]*>\n/g, '')
  const remaining = /(?:src|href)="[^"]*"/.exec(without)?.[0]
  if (remaining) throw new Error(`index.html still has a path-dependent URL: ${remaining}`)
  return without
}
