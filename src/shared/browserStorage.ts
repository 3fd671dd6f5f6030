type StorageName = 'localStorage' | 'sessionStorage'

/** Returns the stored value, or null when there is none or the browser blocks the site's storage. */
export function readItem(storage: StorageName, key: string): string | null {
  try {
    return globalThis[storage].getItem(key)
  } catch {
    return null
  }
}

/**
 * Stores a value under a key. Null removes the key.
 *
 * @returns false when the browser refuses: the storage is full, or blocked, in which case even reading the property throws.
 */
export function writeItem(storage: StorageName, key: string, value: string | null): boolean {
  try {
    if (value === null) globalThis[storage].removeItem(key)
    else globalThis[storage].setItem(key, value)
    return true
  } catch {
    return false
  }
}
