import type { Plugin, Rolldown } from 'vite'

import { firstPathSegments, tokenListPath } from '#src/app/pathSegments.ts'

import { unsupportedBrowserText } from './supportedBrowsers.ts'
import { bootScript } from '../generated/bootScript.ts'

/**
 * Makes index.html work under every base path: removes the URLs that Vite wrote, and adds the boot script, which gets the file
 * names in its data attributes. Adds a text for unsupported browsers to the body. In a build with the mock, the boot script
 * preloads the mock together with the application. On the token list, it preloads the files of that page too.
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
        const ahead = [...entry.imports, ...(mock ? [mockChunk(chunks)] : [])]
        const icon = /<link rel="icon" href="\.\/([^"]+)"/.exec(html)?.[1] ?? ''
        const attributes = {
          pages: firstPathSegments.join(' '),
          entry: entry.fileName,
          styles: styles.join(' '),
          ahead: ahead.join(' '),
          'list-path': tokenListPath,
          'list-files': tokenListFiles(chunks, [entry.fileName, ...ahead]).join(' '),
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
  const mock = chunkOf('/mock/transports/browser.ts', chunks)
  if (mock.isEntry) throw new Error('The mock is not in a separate chunk.')
  return mock.fileName
}

/** Returns the scripts and style sheets that the token list and the pages around it need, except those that are loaded anyway. */
function tokenListFiles(
  chunks: readonly Rolldown.OutputChunk[],
  loaded: readonly string[],
): string[] {
  const pages = ['/SettingsLayout.vue', '/TokenAccessGate.vue', '/TokenListPage.vue']
  const needed = new Set(pages.map((page) => chunkOf(page, chunks)))
  for (const { imports } of needed) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) needed.add(chunk)
  }
  return [...needed]
    .filter(({ fileName }) => !loaded.includes(fileName))
    .flatMap(({ fileName, viteMetadata }) => [fileName, ...(viteMetadata?.importedCss ?? [])])
}

function chunkOf(module: string, chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk {
  const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)))
  if (!chunk) throw new Error(`No chunk has the module ${module}.`)
  return chunk
}

function withoutUrls(html: string): string {
  const without = html
    .replace(/ *<script type="module"[^>]*><\/script>\n/g, '')
    .replace(/ *<link rel="(icon|stylesheet|modulepreload)"[^>]*>\n/g, '')
  const remaining = /(?:src|href)="[^"]*"/.exec(without)?.[0]
  if (remaining) throw new Error(`index.html still has a path-dependent URL: ${remaining}`)
  return without
}
