/** What was removed from the URL, because it contains a key. In memory only, until a page takes it. */
interface RemovedKey {
  /** The texts with the keys. */
  text: string
  /** The names of the parameters that were removed. */
  parameters: readonly string[]
}

// A plain variable on purpose: no reactive object holds a key.
let removed: RemovedKey | undefined

/** Keeps what was removed from the URL, for the page that the URL leads to. */
export function keepKeyFromUrl(key: RemovedKey): void {
  removed = key
}

/** Returns what was removed from the URL, once; undefined if nothing was. */
export function takeKeyFromUrl(): RemovedKey | undefined {
  const key = removed
  removed = undefined
  return key
}
