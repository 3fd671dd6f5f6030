/**
 * Starts the application wherever its folder is served, at a domain's root or under a path. Every address of it is answered
 * with the same index.html, so only the address itself can tell where the folder is.
 *
 * The build puts this script into index.html as it is, so that one hash in the Content-Security-Policy allows it. What differs
 * from build to build stands in its attributes (tools/bootedPage.ts).
 *
 * The script stands in the head, because Firefox asks for /favicon.ico where there is no icon when the head has been read. The
 * body says that the browser is too old, and the script takes that away before it is shown. So the words stay in browsers that
 * run no script or cannot read this one, and in those that lack what the application needs most (tools/browsers.ts).
 */
const browserWillDo = 'Segmenter' in Intl && 'withResolvers' in Promise

const {
  pages = '',
  entry = '',
  styles = '',
  ahead = '',
  icon = '',
} = document.currentScript?.dataset ?? {}

/** A page of the application, or a folder that is asked for: what can be told without trying. */
const segments = location.pathname.split('/').filter((segment) => segment !== '')
const pageAt = segments.flatMap((segment, at) => (words(pages).includes(segment) ? [at] : []))
const folderAt = location.pathname.endsWith('/') ? [segments.length] : []
const clear = pageAt.length + folderAt.length === 1

/**
 * Likeliest first: a folder may be named as a page is. Where nothing is known, the shortest first, since most unknown addresses
 * are asked for at a domain's root.
 */
const bases = [
  ...new Set([
    ...folderAt,
    ...pageAt.toReversed(),
    ...Array.from({ length: segments.length + 1 }, (_, length) => length),
  ]),
].map((length) => ['', ...segments.slice(0, length), ''].join('/'))

if (browserWillDo) {
  new MutationObserver(removeWords).observe(document.documentElement, {
    childList: true,
    subtree: true,
  })
  void start()
}

function removeWords(_changes: MutationRecord[], observer: MutationObserver): void {
  const tooOld = document.querySelector('#too-old')
  if (!tooOld) return
  tooOld.remove()
  observer.disconnect()
}

/** Waits until the page has been read to its end, and the application has a place. */
async function pageIsRead(): Promise<void> {
  if (document.readyState !== 'loading') return
  await new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', resolve, { once: true })
  })
}

async function start(): Promise<void> {
  const icons = words(icon).map((file) => addLink(bases[0] ?? '/', file, 'icon'))
  for (const base of bases) {
    // Nothing waits for a trial where there is no doubt.
    if (clear && base === bases[0]) fetchAhead(base)
    if (await stylesAreAt(base)) return run(base, icons)
  }
  return run(bases[0] ?? '/', icons)
}

async function run(base: string, icons: HTMLLinkElement[]): Promise<void> {
  document.documentElement.dataset.base = base
  if (!clear || base !== bases[0]) fetchAhead(base)
  // Only where the first folder was not the one: a link that changes is fetched again.
  if (base !== bases[0]) {
    for (const link of icons) link.remove()
    for (const file of words(icon)) addLink(base, file, 'icon')
  }
  await pageIsRead()
  await import(addressOf(base, entry))
}

function fetchAhead(base: string): void {
  for (const file of [entry, ...words(ahead)]) addLink(base, file, 'modulepreload')
}

/** The application is not drawn without its styles, and where they are everything else is. */
async function stylesAreAt(base: string): Promise<boolean> {
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
  link.href = addressOf(base, file)
  document.head.append(link)
  return link
}

/** The origin is said, because a path may begin as the address of another host does: `//`. */
function addressOf(base: string, file: string): string {
  return `${location.origin}${base}${file}`
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '')
}
