import { type Locator, page } from 'vitest/browser'

/** Clicks a button that lets somebody choose files, and returns the field that it opens. The browser's own dialog stays closed. */
export async function openedFileField(button: Locator): Promise<Locator> {
  const opened = Promise.withResolvers<HTMLInputElement>()
  const stop = new AbortController()
  document.addEventListener(
    'click',
    (event) => {
      if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'file') return
      event.preventDefault()
      opened.resolve(event.target)
    },
    { signal: stop.signal },
  )
  await button.click()
  const field = await opened.promise
  stop.abort()
  return page.elementLocator(field)
}
