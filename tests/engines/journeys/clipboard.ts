import { expect, test } from '../fixtures.ts'
import { generateToken, logInAsAdmin } from './steps.ts'

test('where the clipboard refuses, the key is selected and the page says how to copy it; where it takes the key, the page says so', async ({
  tab,
}) => {
  await logInAsAdmin(tab)
  const key = await generateToken(tab)
  await tab.evaluate(refuseOnce)
  await tab.click('button', 'Copy')
  await tab.reads('Ctrl+C', { role: 'alert' })
  await tab.seesNo('button', 'Copied')
  expect(await tab.evaluate(selectedText)).toBe(key)

  await tab.click('button', 'Copy')
  await tab.sees('button', 'Copied')
  await tab.reads('Copied', { role: 'status' })
  expect(await tab.evaluate('clipboardGot')).toEqual([key])
  await tab.click('button', 'Return to Token List')
  await tab.sees('link', 'ShipFast')
})

/** The clipboard refuses a first text. From then on it is the browser's own, and what it has taken is noted. */
const refuseOnce = `(() => {
  globalThis.clipboardGot = []
  const write = navigator.clipboard.writeText.bind(navigator.clipboard)
  navigator.clipboard.writeText = () => {
    navigator.clipboard.writeText = async (text) => {
      await write(text)
      clipboardGot.push(text)
    }
    return Promise.reject(new DOMException('no', 'NotAllowedError'))
  }
})()`

/** Firefox does not count what is selected in a field to the page's selection. */
const selectedText = `(() => {
  const { value, selectionStart, selectionEnd } = document.activeElement
  return value.slice(selectionStart, selectionEnd)
})()`
