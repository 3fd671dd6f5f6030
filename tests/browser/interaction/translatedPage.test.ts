import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { announceChange } from '#src/api/changeNotifications.ts'
import { openApp } from '#src/kit/vitest.ts'

import { openNewToken } from '../support/openNewToken.ts'
import { translatePage } from '../support/translatePage.ts'
import {
  clickButton,
  expectAlert,
  expectHeading,
  expectStatus,
  fill,
} from '../support/userActions.ts'

const row = (token: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: token }) })
const status = (token: string) => row(token).getByRole('cell').nth(3)

describe('on a page that the browser translates', () => {
  it('the list shows the status of a token that is paused, resumed and deleted', async () => {
    const { backend } = await openApp({ as: 'admin', at: '/settings/api-tokens' })
    await backend.addToken({ name: 'Night run' })
    announceChange()
    await expect.element(status('Night run')).toHaveTextContent('Active')
    translatePage()

    await clickButton('Actions for Night run')
    await page.getByRole('menuitem', { name: 'Pause token' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Pause token' }).click()
    await expectStatus('Night run is paused')
    await expect.element(status('Night run')).toHaveTextContent('Paused')

    await clickButton('Actions for Night run')
    await page.getByRole('menuitem', { name: 'Resume token' }).click()
    await expectStatus('Night run works again')
    await expect.element(status('Night run')).toHaveTextContent('Active')

    await clickButton('Actions for Night run')
    await page.getByRole('menuitem', { name: 'Delete token' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete token' }).click()
    await expectStatus('Night run was deleted')
    await expect.element(page.getByRole('heading', { name: 'No API tokens yet' })).toBeVisible()
  })

  it('the details show the name, the status and the errors of a token', async () => {
    await openNewToken({ name: 'Night run' })
    translatePage()
    await clickButton('Edit')
    await fill('Token Name', ' ')
    await clickButton('Save changes')
    await expect
      .element(page.getByRole('textbox', { name: 'Token Name' }))
      .toHaveAccessibleDescription(/^Enter the name/)
    await fill('Token Name', 'Day run')
    await clickButton('Save changes')
    await expectStatus('Saved')
    await expectHeading('Day run')

    await clickButton('Pause token')
    await page.getByRole('dialog').getByRole('button', { name: 'Pause token' }).click()
    await expectStatus('Day run is paused')
    await expect.element(page.getByText(/^This token was paused /)).toBeVisible()
    await clickButton('Resume token')
    await expectStatus('Day run works again')
    await expect.element(page.getByText(/^This token was paused /)).not.toBeInTheDocument()
    await expect.element(page.getByRole('button', { name: 'Pause token' })).toBeVisible()
  })

  it('the selection bar and the pages show their counts', async () => {
    const { backend, wrapper } = await openApp({ as: 'admin', at: '/settings/plan' })
    for (let number = 1; number <= 30; number += 1) {
      await backend.addToken({ name: `Dublin ${number}` })
    }
    await wrapper.vm.$router.push('/settings/api-tokens')
    const pages = page.getByRole('navigation', { name: 'Pages' })
    await expect.element(pages).toMatchTextContent('1–25 of 30')
    translatePage()

    await page.getByRole('checkbox', { name: 'Select all' }).click()
    const toolbar = page.getByRole('toolbar', { name: 'Selected tokens' })
    await expect.element(toolbar).toMatchTextContent('25 tokens selected')
    await page.getByRole('checkbox', { name: 'Select all' }).click()
    await expect.element(toolbar).not.toBeInTheDocument()
    await page
      .getByRole('checkbox', { name: /^Select Dublin/ })
      .first()
      .click()
    await expect.element(toolbar).toMatchTextContent('1 token selected')

    await pages.getByRole('link', { name: 'Next' }).click()
    await expect.element(pages).toMatchTextContent('26–30 of 30')
    await expect
      .poll(() => page.getByRole('checkbox', { name: /^Select Dublin/ }).elements())
      .toHaveLength(5)
    await page.getByRole('searchbox', { name: 'Search tokens' }).fill('nobody has this')
    await expect.element(page.getByRole('heading', { name: 'No matching tokens' })).toBeVisible()
  })

  it('the form shows the expiry that is chosen and why the service refused', async () => {
    await openApp({ as: 'admin', at: '/settings/api-tokens/new', faults: ['createToken:500@1'] })
    await expectHeading('Add a token')
    translatePage()
    await page.getByRole('combobox', { name: 'Expiration' }).selectOptions('No expiration')
    await expect.element(page.getByText(/keeps working until/)).toBeVisible()
    await page.getByRole('combobox', { name: 'Expiration' }).selectOptions('7 days')
    await expect.element(page.getByText(/^\s*Expires on/)).toBeVisible()
    await expect.element(page.getByText(/keeps working until/)).not.toBeInTheDocument()
    await fill('Token Name', 'ShipFast')
    await page.getByRole('radio', { name: 'Read-only' }).click()
    await clickButton('Generate token')
    await expectAlert('We can’t tell whether')
    await clickButton('Generate token')
    await expectHeading('Copy your API key')
  })

  it('no text loses its place when the page is opened, left and opened again', async () => {
    const { wrapper } = await openApp({ scenario: 'many' })
    translatePage()
    const router = wrapper.vm.$router
    for (const at of [
      '/tickets',
      '/settings/api-tokens/activity',
      '/help/api',
      '/settings/api-tokens/advice',
      '/settings/users',
      '/settings/plan',
      '/settings/api-tokens',
    ]) {
      await router.push(at)
      await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus()
      await expect.poll(() => document.querySelectorAll('font font font')).toHaveLength(0)
    }
  })
})
