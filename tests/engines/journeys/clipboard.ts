import { expect, test } from '../fixtures.ts'
import { generateToken, logInAsAdmin } from './steps.ts'

test('copies the key, or selects it and shows the shortcut if the clipboard denies access', async ({
  tab,
}) => {
  await logInAsAdmin(tab)
  const key = await generateToken(tab)
  await tab.evaluate(rejectOnce)
  await tab.click('button', 'Copy')
  await tab.waitForText('Ctrl+C', { role: 'alert' })
  await tab.waitForNoElement('button', 'Copied')
  expect(await tab.evaluate(selectedText)).toBe(key)

  await tab.click('button', 'Copy')
  await tab.waitForElement('button', 'Copied')
  await tab.waitForText('Copied', { role: 'status' })
  expect(await tab.evaluate('copiedTexts')).toEqual([key])
  await tab.click('button', 'Return to Token List')
  await tab.waitForElement('link', 'ShipFast')
})

/** Makes the clipboard reject the first text. Later texts go to the real clipboard and are recorded. */
const rejectOnce = `(() => {
  globalThis.copiedTexts = []
  const write = navigator.clipboard.writeText.bind(navigator.clipboard)
  navigator.clipboard.writeText = () => {
    navigator.clipboard.writeText = async (text) => {
      await write(text)
      copiedTexts.push(text)
    }
    return Promise.reject(new DOMException('no', 'NotAllowedError'))
  }
})()`

/** Reads the field's selection: in Firefox, the page's selection does not include it. */
const selectedText = `(() => {
  const { value, selectionStart, selectionEnd } = document.activeElement
  return value.slice(selectionStart, selectionEnd)
})()`
