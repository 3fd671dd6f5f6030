/**
 * A `localStorage` in memory, where the browser blocks the site's storage. MSW reads its own cookie store from `localStorage`
 * as it is loaded, without a guard: a browser that throws there would leave the page without a backend. So this module has to
 * be imported before MSW is.
 */
if (isBlocked()) {
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: createMemoryStorage(),
  })
}

function isBlocked(): boolean {
  try {
    localStorage.getItem('')
    return false
  } catch {
    return true
  }
}

function createMemoryStorage(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  }
}
