import path from 'node:path/posix'

/** The pages of the package, and the files that they lead to: where each is packed, by its path in this repository. */
export const packedPages: Readonly<Record<string, string>> = {
  LICENSE: 'LICENSE',
  'CHANGELOG.md': 'CHANGELOG.md',
  'docs/package.md': 'README.md',
  'docs/component-tests.md': 'docs/component-tests.md',
  'docs/demos.md': 'docs/demos.md',
  'docs/host.md': 'docs/host.md',
  'docs/host-size.md': 'docs/host-size.md',
  ...sameIn('docs/deploy', [
    ...['edesk-host.service', 'edesk-backup.service', 'edesk-backup.timer'],
    ...['nginx-host.conf', 'Caddyfile', 'prometheus.yml', 'prometheus-alerts.yml'],
  ]),
  'docs/playwright-kit.md': 'docs/playwright-kit.md',
  'docs/public-api.md': 'docs/public-api.md',
  'docs/token-links.md': 'docs/token-links.md',
  'docs/worlds.md': 'docs/worlds.md',
}

function sameIn(folder: string, files: readonly string[]): Record<string, string> {
  return Object.fromEntries(files.map((file) => [`${folder}/${file}`, `${folder}/${file}`]))
}

/** A Markdown link or image to a file: its text, the file, and the anchor. */
const fileLink = /!?\[([^\]]+)\]\((?!https?:|#)([^)#\s]+)(#[^)\s]+)?\)/g

/** Returns a page as it is packed. Links lead to packed pages; of a link to any other file, only the text stays. */
export function packPage(source: string, text: string): string {
  const folder = path.dirname(packedPages[source] ?? source)
  return text.replace(fileLink, (_link, words: string, target: string, anchor = '') => {
    const packed = packedPages[path.join(path.dirname(source), target)]
    return packed === undefined ? words : `[${words}](${path.relative(folder, packed)}${anchor})`
  })
}
