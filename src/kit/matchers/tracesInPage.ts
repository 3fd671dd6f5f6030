/**
 * Searches everything that a page shows, and that the browser stores for it, for any of these texts. Returns the places that have
 * one. It runs in a page, so it must not refer to anything outside itself, and the data do not leave the page.
 */
export async function findTraces(pieces: readonly string[]): Promise<string[]> {
  const text = (value: unknown) => (JSON.stringify(value) as string | undefined) ?? ''
  const fields = [...document.querySelectorAll('input, textarea, select')]
  const places: [place: string, text: string][] = [
    ['the page', document.documentElement.outerHTML],
    ['the form fields', text(fields.map((field) => (field as HTMLInputElement).value))],
    ['the title', document.title],
    ['the URL', location.href],
    ["the history's state", text(history.state)],
    ["the window's name", window.name],
    ['a cookie', document.cookie],
    ['localStorage', itemsOf(localStorage)],
    ['sessionStorage', itemsOf(sessionStorage)],
    ['the resource timings', text(performance.getEntries())],
    ...(await databases()),
    ['a cache', text(await cacheContents())],
    ["the application's store", store()],
  ]
  return places
    .filter(([, content]) => pieces.some((piece) => content.includes(piece)))
    .map(([place]) => place)

  /** Reads by index: an item named like a method of Storage is not readable as a property. */
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

  async function cacheContents(): Promise<string[]> {
    const contents: string[] = []
    for (const name of await window.caches.keys()) {
      const cache = await window.caches.open(name)
      for (const request of await cache.keys()) {
        contents.push(request.url)
        // Only API responses can contain a key; scripts and images are the same for every user.
        if (/\/(api|v1)\//.test(request.url))
          contents.push((await (await cache.match(request))?.text()) ?? '')
      }
    }
    return contents
  }

  /** Returns the state of Pinia, if the page has a Vue application. */
  function store(): string {
    const app = document.querySelector('#app') as {
      __vue_app__?: { config: { globalProperties: { $pinia?: { state: { value: unknown } } } } }
    } | null
    return textsIn(app?.__vue_app__?.config.globalProperties.$pinia?.state.value).join('\n')
  }

  /** Returns all texts in a value. Not with `JSON.stringify`: a store can be too deep for its recursion, and can have cycles. */
  function textsIn(value: unknown): string[] {
    const texts: string[] = []
    const seen = new Set<unknown>()
    const queue = [value]
    while (queue.length > 0) {
      const next = queue.pop()
      if (typeof next === 'string') texts.push(next)
      if (typeof next !== 'object' || next === null || seen.has(next)) continue
      seen.add(next)
      if (next instanceof Map || next instanceof Set) {
        for (const entry of next.entries()) queue.push(entry)
      }
      for (const [name, property] of Object.entries(next)) {
        texts.push(name)
        queue.push(property)
      }
    }
    return texts
  }
}
