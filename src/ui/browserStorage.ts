type Kind = 'localStorage' | 'sessionStorage'

/** What the browser keeps under a key: null where it keeps nothing, also where it blocks the site's storage. */
export function readItem(kind: Kind, key: string): string | null {
  try {
    return globalThis[kind].getItem(key)
  } catch {
    return null
  }
}

/**
 * Keeps a text under a key; null takes it away.
 *
 * @returns whether the browser has done so: it may block the site's storage, which then throws at each mention.
 */
export function writeItem(kind: Kind, key: string, text: string | null): boolean {
  try {
    if (text === null) globalThis[kind].removeItem(key)
    else globalThis[kind].setItem(key, text)
    return true
  } catch {
    return false
  }
}
