import type { Locator } from 'vitest/browser'

/** Clicks a button that opens a file dialog, and chooses a file. The browser's dialog does not open. */
export async function chooseFile(button: Locator, file: File): Promise<void> {
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
  const chosen = new DataTransfer()
  chosen.items.add(file)
  field.files = chosen.files
  field.dispatchEvent(new Event('change', { bubbles: true }))
}
