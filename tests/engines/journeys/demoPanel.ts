import { expect, test } from '../fixtures.ts'

test('the demo panel opens, copies a link, switches the user and resets the demo', async ({
  tab,
}) => {
  const panel = { role: 'complementary', name: 'Demo panel' }
  await tab.open('/?demo=tokens')
  await tab.waitForElement('button', 'Demo panel')
  expect(await tab.evaluate(clippedSides), 'the sides on which the label is cut off').toEqual([])
  await tab.click('button', 'Demo panel')
  await tab.click('button', 'Copy link', panel)
  await tab.waitForText('The link restores exactly')
  await tab.choose('Log in as', 'Agent – Sam Rivera')
  await tab.waitForText('Admin login')
  await tab.click('button', 'Reset', panel)
  await tab.waitForText('The scenario is back at its start')
  await tab.click('button', 'Close', panel)
  await tab.waitForNoElement(panel.role, panel.name)
})

/** The sides on which the button's label exceeds the button. */
const clippedSides = `(() => {
  const handle = edeskEngine.find({ role: 'button', name: 'Demo panel' })
  const range = document.createRange()
  range.selectNodeContents(handle)
  const box = handle.getBoundingClientRect()
  const name = range.getBoundingClientRect()
  return ['top', 'left'].filter((side) => name[side] < box[side])
    .concat(['bottom', 'right'].filter((side) => name[side] > box[side]))
})()`
