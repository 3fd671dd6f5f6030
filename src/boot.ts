/**
 * Finds the base path and starts the application, at the root of a domain or under a path. The server answers every URL with
 * the same index.html, so only the URL itself tells the base path.
 *
 * The build inlines this script into index.html unchanged, so that one hash in the Content-Security-Policy allows it. Values
 * that differ between builds are in its data attributes (tools/build/basePathBootstrap.ts).
 *
 * The script is in the head, because Firefox requests /favicon.ico if it finds no icon by the end of the head. The body says
 * that the browser is too old, and the script removes that text before the browser shows it. So the text stays in browsers
 * that run no scripts, cannot parse this one, or lack a feature that the application needs (tools/build/supportedBrowsers.ts).
 */
const isSupportedBrowser = 'Segmenter' in Intl && 'withResolvers' in Promise

const {
  pages = '',
  entry = '',
  styles = '',
  ahead = '',
  listPath = '',
  listFiles = '',
  icon = '',
} = document.currentScript?.dataset ?? {}

/** Candidates for the length of the base path: the segments before a page's first segment, or a URL with a trailing slash. */
const segments = location.pathname.split('/').filter((segment) => segment !== '')
const pageSegmentIndexes = segments.flatMap((segment, at) =>
  words(pages).includes(segment) ? [at] : [],
)
const folderLength = location.pathname.endsWith('/') ? [segments.length] : []
const isUnambiguous = pageSegmentIndexes.length + folderLength.length === 1

/**
 * Candidate base paths, the most likely first. There can be several, because a folder may have the same name as a page. Without
 * any clue the shortest comes first, because most unknown URLs belong to an application at the root of a domain.
 */
const bases = [
  ...new Set([
    ...folderLength,
    ...pageSegmentIndexes.toReversed(),
    ...Array.from({ length: segments.length + 1 }, (_, length) => length),
  ]),
].map((length) => ['', ...segments.slice(0, length), ''].join('/'))

if (isSupportedBrowser) {
  new MutationObserver(removeTooOldNotice).observe(document.documentElement, {
    childList: true,
    subtree: true,
  })
  void start()
}

function removeTooOldNotice(_changes: MutationRecord[], observer: MutationObserver): void {
  const tooOld = document.querySelector('#too-old')
  if (!tooOld) return
  tooOld.remove()
  observer.disconnect()
}

/** Resolves when the document is parsed, and the element that the application mounts on exists. */
async function documentParsed(): Promise<void> {
  if (document.readyState !== 'loading') return
  await new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', resolve, { once: true })
  })
}

async function start(): Promise<void> {
  const icons = words(icon).map((file) => addLink(bases[0] ?? '/', file, 'icon'))
  for (const base of bases) {
    // There is only one likely base path, so preload without waiting for the style sheets.
    if (isUnambiguous && base === bases[0]) preload(base)
    if (await stylesLoadFrom(base)) return run(base, icons)
  }
  return run(bases[0] ?? '/', icons)
}

async function run(base: string, icons: HTMLLinkElement[]): Promise<void> {
  document.documentElement.dataset.base = base
  if (!isUnambiguous || base !== bases[0]) preload(base)
  // Replace the icons only if the first candidate was wrong: the browser fetches a changed link again.
  if (base !== bases[0]) {
    for (const link of icons) link.remove()
    for (const file of words(icon)) addLink(base, file, 'icon')
  }
  await documentParsed()
  await import(urlOf(base, entry))
}

/** Preloads the application's scripts, and the files of the token list, the most visited page, if the URL is its own. */
function preload(base: string): void {
  for (const file of [entry, ...words(ahead)]) addLink(base, file, 'modulepreload')
  if (location.pathname !== base + listPath) return
  for (const file of words(listFiles)) {
    addLink(base, file, file.endsWith('.css') ? 'preload' : 'modulepreload')
  }
}

/** Tests a base path by loading the style sheets, which the application needs anyway. */
async function stylesLoadFrom(base: string): Promise<boolean> {
  const sheets = words(styles).map((file) => addLink(base, file, 'stylesheet'))
  const loaded = await Promise.all(
    sheets.map(
      (sheet) =>
        new Promise<boolean>((resolve) => {
          sheet.addEventListener('load', () => resolve(true))
          sheet.addEventListener('error', () => resolve(false))
        }),
    ),
  )
  return loaded.every(Boolean)
}

function addLink(base: string, file: string, rel: string): HTMLLinkElement {
  const link = document.createElement('link')
  link.rel = rel
  if (rel !== 'icon') link.crossOrigin = ''
  if (rel === 'preload') link.as = 'style'
  link.href = urlOf(base, file)
  document.head.append(link)
  return link
}

/** Includes the origin, because a path that begins with `//` would be read as another host. */
function urlOf(base: string, file: string): string {
  return `${location.origin}${base}${file}`
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '')
}
