/** Remembers the address, the title and the stored items of the page. Returns a function that restores them. */
export function rememberPage(): () => void {
  const { href } = location
  const { title } = document
  const restoreItems = readableStorages().map(rememberItems)
  return () => {
    history.replaceState(null, '', href)
    document.title = title
    for (const restore of restoreItems) restore()
  }
}

function rememberItems(storage: Storage): () => void {
  const items = Object.entries<string>(storage)
  return () => {
    storage.clear()
    for (const [name, value] of items) storage.setItem(name, value)
  }
}

/** A browser, or a test, may block them. */
function readableStorages(): Storage[] {
  return (['localStorage', 'sessionStorage'] as const).flatMap((name) => {
    try {
      return [window[name]]
    } catch {
      return []
    }
  })
}
