import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { announceChange } from '#src/api/changeNotifications.ts'
import { openApp } from '#src/kit/vitest.ts'

import { fillTokenForm, shownKey } from '../support/tokenForm.ts'
import { clickButton, expectHeading, expectStatus } from '../support/userActions.ts'

const whoami = ['GET', '/v1/whoami'] as const
const refusal = (details: string) => ({ status: 401, body: { error: { details } } })
const row = (token: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: token }) })

describe('a key', () => {
  it('works until the end of its last day in the time zone of the business', async () => {
    const { backend, demo } = await openApp({ as: 'admin', at: '/settings/api-tokens/new' })
    await fillTokenForm({ name: 'Summer sale' })
    await page.getByRole('combobox', { name: 'Expiration' }).selectOptions('Custom date')
    await page.getByLabelText('Expires on').fill('2027-06-30')
    await expect.element(page.getByText(/Expires on Wed, 30 Jun 2027/)).toBeVisible()
    await clickButton('Generate token')
    const key = await shownKey()
    await clickButton('Return to Token List')
    await clickButton('Leave')
    await expectHeading('API Tokens')

    // Dublin is an hour ahead of UTC in summer.
    await demo.setView({ now: '2027-06-30T22:59:50Z' })
    expect(await backend.callWith(key, ...whoami)).toMatchObject({ status: 200 })
    await demo.setView({ now: '2027-06-30T23:00:00Z' })
    const answer = await backend.callWith(key, ...whoami)
    expect(answer).toMatchObject(refusal('The token has expired.'))
    announceChange()
    await expect.element(row('Summer sale')).toMatchTextContent('Expired')
    await expect.element(row('Summer sale')).toMatchTextContent('30 Jun 2027')
    await page.getByRole('link', { name: 'Summer sale' }).click()
    await expect.element(page.getByText('This token has expired', { exact: true })).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Pause token' })).not.toBeInTheDocument()
  })

  it('is refused while its token is paused, and works again after the token is resumed', async () => {
    const { backend, demo } = await openApp({ as: 'admin', at: '/settings/api-tokens' })
    const { key } = await backend.addToken({ name: 'Night run' })
    announceChange()
    await clickButton('Actions for Night run')
    await page.getByRole('menuitem', { name: 'Pause token' }).click()
    const dialog = page.getByRole('dialog', { name: 'Pause Night run?' })
    await dialog.getByRole('button', { name: 'Pause token' }).click()
    await expectStatus('Night run is paused')
    await expect.element(page.getByRole('button', { name: 'Actions for Night run' })).toHaveFocus()
    await expect.element(row('Night run')).toMatchTextContent('Paused')

    await page.getByRole('link', { name: 'Night run' }).click()
    await expect.element(page.getByText(/It has had no requests since then/)).toBeVisible()
    await expect.element(page.getByText(/^This token was paused /)).toBeVisible()
    await demo.setView({ advance: 5 * 60 * 1000 })
    const answer = await backend.callWith(key, ...whoami)
    expect(answer).toMatchObject(refusal('The token is paused.'))
    announceChange()
    await expect.element(page.getByText(/An application still uses it/)).toBeVisible()
    const requests = page.getByRole('table', { name: 'Requests' })
    await expect.element(requests).toMatchTextContent('The token was paused')

    await clickButton('Resume token')
    await expectStatus('Night run works again')
    await expect.element(page.getByRole('button', { name: 'Pause token' })).toHaveFocus()
    expect(await backend.callWith(key, ...whoami)).toMatchObject({ status: 200 })
  })
})
