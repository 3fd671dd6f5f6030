import type { KeySearch } from './keySearch.ts'

/**
 * Finds keys where no key may be. It runs in a page, so it must not refer to anything outside itself.
 *
 * A key is allowed on the page that shows it once, in the field for the key of "Try it" in the details and of the shipping
 * application, in the command beside that field while "Show the key" is checked, in the text field of "Found a key?", and in
 * the demo's gallery, which contains such a text.
 */
export function findKeysInPage({ form, keyFields }: KeySearch): string[] {
  const pattern = new RegExp(form, 'g')
  const found: string[] = []
  const path = location.pathname
  const search = (place: string, text: string | null | undefined) => {
    for (const [key] of (text ?? '').matchAll(pattern)) {
      found.push(`edesk_…${key.slice(-4)} is in ${place} at ${path.replace(pattern, 'edesk_…')}`)
    }
  }
  search('the URL', location.href)
  search('the title', document.title)
  search("the history's state", JSON.stringify(history.state))
  search("the window's name", window.name)
  search('a cookie', document.cookie)
  for (const [place, storage] of Object.entries({ localStorage, sessionStorage })) {
    // Read by index: an item named like a method of Storage is not readable as a property.
    for (let item = 0; item < storage.length; item += 1) {
      const name = storage.key(item) ?? ''
      search(place, `${name} ${storage.getItem(name)}`)
    }
  }
  if (/\/settings\/api-tokens\/[^/]+\/key$|\/demo$/.test(path)) return found

  const hasKeyField = /\/settings\/api-tokens\/(found|[^/]+\/try-it)$|\/apps\/shipping$/.test(path)
  for (const field of document.querySelectorAll('input, textarea')) {
    const { value, labels } = field as HTMLInputElement
    const label = labels?.[0]?.textContent.trim() ?? field.getAttribute('aria-label') ?? ''
    if (hasKeyField && new RegExp(keyFields).test(label)) continue
    search(`the field "${label}"`, value)
  }
  const page = document.documentElement.cloneNode(true) as HTMLElement
  const isShown = document.querySelector('.curl-command input[type=checkbox]:checked') !== null
  if (hasKeyField && isShown) page.querySelector('[aria-label="cURL"]')?.remove()
  search('the page', page.outerHTML)
  return found
}

/** Finds keys in the first thousand records of each object store. It runs in a page. */
export async function findKeysInDatabases(form: string): Promise<string[]> {
  const found: string[] = []
  for (const { name = '' } of await indexedDB.databases()) {
    const records = await new Promise<string>((resolve) => {
      const opening = indexedDB.open(name)
      opening.onerror = () => resolve('')
      opening.onsuccess = () => {
        const stores = [...opening.result.objectStoreNames]
        if (stores.length === 0) return resolve('')
        const transaction = opening.result.transaction(stores)
        const readings = stores.map((store) => transaction.objectStore(store).getAll(null, 1000))
        transaction.oncomplete = () => {
          opening.result.close()
          resolve(JSON.stringify(readings.map(({ result }) => result as unknown)))
        }
        transaction.onabort = () => resolve('')
      }
    })
    for (const [key] of records.matchAll(new RegExp(form, 'g'))) {
      found.push(`edesk_…${key.slice(-4)} is in the database "${name}"`)
    }
  }
  return found
}
