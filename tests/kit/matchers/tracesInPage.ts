/** Runs in a page: all that it shows and that the browser keeps for it, by place. It refers to nothing outside itself. */
export async function tracesInPage(): Promise<[place: string, text: string][]> {
  const text = (value: unknown) => (JSON.stringify(value) as string | undefined) ?? ''
  const fields = [...document.querySelectorAll('input, textarea, select')]
  return [
    ['the page', document.documentElement.outerHTML],
    ['the fields', text(fields.map((field) => (field as HTMLInputElement).value))],
    ['the title', document.title],
    ['the address', location.href],
    ["the history's state", text(history.state)],
    ["the window's name", window.name],
    ['a cookie', document.cookie],
    ['localStorage', itemsOf(localStorage)],
    ['sessionStorage', itemsOf(sessionStorage)],
    ['the list of what was loaded', text(performance.getEntries())],
    ...(await databases()),
    ['a cache', text(await cached())],
    ["the application's store", store()],
  ]

  /** Item by item: one that is called as a method of storages is no property. */
  function itemsOf(storage: Storage): string {
    const names = Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? '')
    return text(names.map((name) => [name, storage.getItem(name)]))
  }

  async function databases(): Promise<[string, string][]> {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name)
    return Promise.all(
      names.map(async (name): Promise<[string, string]> => [
        `the database "${name}"`,
        await recordsOf(name),
      ]),
    )
  }

  function recordsOf(name: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.onerror = () => reject(new Error(`The database ${name} cannot be read.`))
      opening.onsuccess = () => {
        const stores = [...opening.result.objectStoreNames]
        if (stores.length === 0) return resolve('')
        const transaction = opening.result.transaction(stores)
        const readings = stores.map((one) => transaction.objectStore(one).getAll())
        transaction.oncomplete = () => {
          opening.result.close()
          resolve(text(readings.map(({ result }) => result as unknown)))
        }
      }
    })
  }

  async function cached(): Promise<string[]> {
    const kept: string[] = []
    for (const name of await window.caches.keys()) {
      const cache = await window.caches.open(name)
      for (const request of await cache.keys()) {
        kept.push(request.url)
        // Only the API's answers could hold a key: programs and pictures are the same for everybody.
        if (/\/(api|v1)\//.test(request.url))
          kept.push((await (await cache.match(request))?.text()) ?? '')
      }
    }
    return kept
  }

  /** What Pinia keeps, where Vue's application can be found. */
  function store(): string {
    const app = document.querySelector('#app') as {
      __vue_app__?: { config: { globalProperties: { $pinia?: { state: { value: unknown } } } } }
    } | null
    const seen = new WeakSet()
    const state = app?.__vue_app__?.config.globalProperties.$pinia?.state.value ?? null
    return JSON.stringify(state, (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null) return value
      if (seen.has(value)) return undefined
      seen.add(value)
      return value instanceof Map ? [...value.values()] : value
    })
  }
}
