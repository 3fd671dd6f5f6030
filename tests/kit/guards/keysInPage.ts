/** The form of a key, wherever it stands (src/api/keyFormat.ts). */
export const keyForm = '\\bedesk_[0-9A-Za-z]{36}\\b'

/** A text in which keys are told by their last four characters alone. */
export function withoutKeys(text: string): string {
  return text.replace(new RegExp(keyForm, 'g'), (key) => `edesk_…${key.slice(-4)}`)
}

/**
 * Runs in a page: the keys where none may be. A key may stand on the page that shows it once, in a field "API key" of the
 * details and of the shipping application, and in the command beside it while somebody asks for it there; in the text in which
 * somebody has found it; and in the demo's gallery, which gives such a text. It refers to nothing outside itself.
 */
export function keysInPage(form: string): string[] {
  const pattern = new RegExp(form, 'g')
  const found: string[] = []
  const where = location.pathname
  const look = (place: string, text: string | null | undefined) => {
    for (const [key] of (text ?? '').matchAll(pattern)) {
      found.push(`edesk_…${key.slice(-4)} is in ${place} at ${where.replace(pattern, 'edesk_…')}`)
    }
  }
  look('the address', location.href)
  look('the title', document.title)
  look("the history's state", JSON.stringify(history.state))
  look("the window's name", window.name)
  look('a cookie', document.cookie)
  for (const [place, storage] of Object.entries({ localStorage, sessionStorage })) {
    // Item by item: one that is called as a method of storages is no property.
    for (let item = 0; item < storage.length; item += 1) {
      const name = storage.key(item) ?? ''
      look(place, `${name} ${storage.getItem(name)}`)
    }
  }
  if (/\/settings\/api-tokens\/[^/]+\/key$|\/demo$/.test(where)) return found

  const mayAsk = /\/settings\/api-tokens\/[^/]+$|\/apps\/shipping$/.test(where)
  for (const field of document.querySelectorAll('input, textarea')) {
    const { value, labels } = field as HTMLInputElement
    const label = labels?.[0]?.textContent.trim() ?? field.getAttribute('aria-label') ?? ''
    if (mayAsk && /^API key|^Text that contains a key$/.test(label)) continue
    look(`the field "${label}"`, value)
  }
  const page = document.documentElement.cloneNode(true) as HTMLElement
  const asked = document.querySelector('.request-command input[type=checkbox]:checked') !== null
  if (mayAsk && asked) page.querySelector('[aria-label="The same as a command"]')?.remove()
  look('the page', page.outerHTML)
  return found
}

/** Runs in a page: the keys in what its databases keep, of which it reads the first thousand records of each store. */
export async function keysInDatabases(form: string): Promise<string[]> {
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
