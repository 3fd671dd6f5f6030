import { containsKey } from '#src/shared/keysInText.ts'
import { keepKeyFromUrl } from '#src/ui/lib/keyFromUrl.ts'

/**
 * Removes keys from the browser's URL and its history, before anything is requested. What was removed is kept in memory
 * for the page (`takeKeyFromUrl`).
 */
export function removeKeysFromUrl(): void {
  const clean = extractKeys(`${location.pathname}${location.search}${location.hash}`)
  if (clean !== undefined) history.replaceState(history.state, '', location.origin + clean)
}

/**
 * Returns a URL without the parameters, the fragment and the segments of its path that contain a key, and keeps these for
 * the page. Returns undefined if no part contains a key.
 *
 * @param fullPath path, query and fragment.
 */
export function extractKeys(fullPath: string): string | undefined {
  if (!containsKey(fullPath)) return undefined
  const url = new URL(`http://localhost${fullPath}`)
  const texts: string[] = []
  const parameters: string[] = []
  for (const [name, value] of [...url.searchParams]) {
    if (!containsKey(name) && !containsKey(value)) continue
    url.searchParams.delete(name)
    texts.push(name, value)
    parameters.push(name)
  }
  if (containsKey(url.hash)) {
    texts.push(url.hash)
    url.hash = ''
  }
  const segments = url.pathname.split('/')
  const first = segments.findIndex(containsKey)
  if (first !== -1) {
    texts.push(...segments.slice(first))
    url.pathname = segments.slice(0, first).join('/')
  }
  const clean = url.pathname + url.search + url.hash
  keepKeyFromUrl({ text: [fullPath, ...texts].join('\n'), parameters })
  // Parts that only together are a key.
  return containsKey(clean) ? url.pathname.replace(/[^/]*$/, '') : clean
}
