import { expect, test } from '../fixtures.ts'
import { generateToken, leaveWithoutCopying, logInAsAdmin, shownKey } from './steps.ts'

test('replaces the token of a found key; both keys work until the old one is retired', async ({
  tab,
}) => {
  await logInAsAdmin(tab)
  const old = await generateToken(tab)
  await leaveWithoutCopying(tab)
  await tab.click('link', 'Found a key?')
  await tab.fill('textbox', 'Text that contains a key', `EDESK_KEY=${old}`)
  await tab.click('button', 'Look for keys')
  await tab.waitForElement('heading', '1 key found')
  await tab.click('link', 'Replace token')

  await tab.waitForElement('heading', 'Replace ShipFast')
  await tab.click('radio', '1 hour', { role: 'radiogroup', name: 'Keep the old key' })
  await tab.click('button', 'Generate new key')
  const key = await shownKey(tab)
  await leaveWithoutCopying(tab)
  expect([await whoAmI(old), await whoAmI(key)]).toEqual([200, 200])

  await tab.click('link', 'ShipFast')
  await tab.click('button', 'Retire the old key')
  await tab.click('button', 'Retire the old key', { role: 'dialog' })
  await expect.poll(() => whoAmI(old)).toBe(403)
  expect(await whoAmI(key)).toBe(200)

  /** Returns the status of the public API's response to a request with this key. */
  function whoAmI(withKey: string): Promise<unknown> {
    const headers = JSON.stringify({ Authorization: `Bearer ${withKey}` })
    return tab.evaluate(`fetch('/v1/whoami', { headers: ${headers} }).then(({ status }) => status)`)
  }
})

test('removes a key from the address, and finds it in Base64', async ({ tab }) => {
  await logInAsAdmin(tab)
  const key = await generateToken(tab)
  await leaveWithoutCopying(tab)
  await tab.open(`/settings/api-tokens?search=${key}&sort=name`)
  await tab.waitForText('is the key of')
  expect(await tab.evaluate('location.search')).toBe('?sort=name')

  await tab.click('link', 'Found a key?')
  await tab.fill('textbox', 'Text that contains a key', `token: ${btoa(`edesk:${key}`)}`)
  await tab.click('button', 'Look for keys')
  await tab.waitForElement('heading', '1 key found')
})
