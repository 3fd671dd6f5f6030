import { onTestFinished } from 'vitest'

/** Replaces the clipboard of the page during the test. */
export function replaceClipboard(clipboard: Pick<Clipboard, 'writeText'> | undefined): void {
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true })
  onTestFinished(() => {
    Reflect.deleteProperty(navigator, 'clipboard')
  })
}

/** A clipboard that accepts every text. */
export const workingClipboard = { writeText: () => Promise.resolve() }
