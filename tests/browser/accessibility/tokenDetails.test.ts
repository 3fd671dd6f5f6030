import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { demoTokenId } from '#src/mock/scenarios/demoIds.ts'
import { openApp } from '#src/kit/vitest.ts'

import { expectAccessible } from '../expectAccessible.ts'
import { openNewToken } from '../support/openNewToken.ts'

const heading = page.getByRole('heading', { level: 1 })

it('has no accessibility violations: details, with Custom access', async () => {
  await openNewToken({ features: { Tickets: 'Read Only' } })
  await expect.element(heading).toHaveTextContent('ShipFast')
  await expect.element(page.getByText('This token has not been used')).toBeVisible()
  await expectAccessible()
  await page.getByRole('button', { name: 'Edit' }).click()
  await expect.element(page.getByRole('textbox', { name: 'Token Name' })).toHaveFocus()
  await expectAccessible()
})

it('has no accessibility violations: details, activity', async () => {
  await openNewToken({ view: 'activity' })
  await expect.element(page.getByRole('table', { name: 'Activity' })).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: details, requests and where they came from', async () => {
  const at = `/settings/api-tokens/${demoTokenId('tokens', 'ShipFast')}/requests`
  await openApp({ scenario: 'tokens', as: 'admin', at })
  await expect.element(page.getByRole('table', { name: 'Used from' })).toBeVisible()
  await expect.element(page.getByRole('table', { name: 'Requests' })).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: a token that was used from a new address', async () => {
  const at = `/settings/api-tokens/${demoTokenId('new-place', 'ShipFast')}`
  const { wrapper } = await openApp({ scenario: 'new-place', as: 'admin', at })
  await expect.element(page.getByText(/new address, 192/)).toBeVisible()
  await expectAccessible({ forcedColors: true })
  await page.getByRole('button', { name: /^Notices/ }).click()
  await expect.element(page.getByRole('link', { name: /new address, 192/ })).toBeVisible()
  await expectAccessible()
  await wrapper.vm.$router.push(`${at}/requests`)
  await expect.element(page.getByRole('table', { name: 'Used from' })).toBeVisible()
  await expectAccessible()
  await wrapper.vm.$router.push(`${at}?edit=addresses`)
  await expect.element(page.getByRole('textbox', { name: 'Addresses' })).toHaveFocus()
  await expectAccessible()
})

it('has no accessibility violations: details, with an error in the new last day', async () => {
  await openNewToken({ expiresAt: '2026-11-27T09:00:00Z' })
  await expect.element(page.getByText('This token expires in 3 days')).toBeVisible()
  await page.getByRole('button', { name: 'Bring expiry forward' }).click()
  const expiresOn = page.getByRole('textbox', { name: 'Expires on' })
  await expiresOn.fill('2020-02-29')
  await page.getByRole('button', { name: 'Save date' }).click()
  await expect.element(expiresOn).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible()
})

it('has no accessibility violations: details, with a right-to-left name and description', async () => {
  const name = 'متتبّع الشحنات'
  await openApp({
    scenario: 'names',
    as: 'admin',
    at: `/settings/api-tokens/${demoTokenId('names', name)}`,
  })
  await expect.element(heading).toHaveTextContent(name)
  await expect.element(page.getByRole('table', { name: 'Requests' })).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: details, with requests that could not be loaded', async () => {
  await openNewToken({ faults: ['listTokenRequests:lost'] })
  await expect.element(page.getByText(/^The requests could not be loaded/)).toBeVisible()
  await expectAccessible()
})
