import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { expectAccessible } from '../expectAccessible.ts'
import { chooseAccess } from '../support/chooseAccess.ts'
import { fillTokenForm } from '../support/tokenForm.ts'

const generateButton = page.getByRole('button', { name: 'Generate token' })

async function openForm({ link = '', faults = [] as string[] } = {}): Promise<void> {
  await openApp({ as: 'admin', at: `/settings/api-tokens/new${link}`, faults })
  await expect.element(page.getByRole('heading', { level: 1, name: 'Add a token' })).toBeVisible()
}

it('has no accessibility violations: form, empty and with Custom access', async () => {
  await openForm()
  await expectAccessible()
  await chooseAccess('Custom', { Tickets: 'Full Access', Messages: 'Read Only' })
  await expectAccessible()
})

it('has no accessibility violations: form, with errors', async () => {
  await openForm()
  await page.getByRole('combobox', { name: 'Expiration' }).selectOptions('Custom date')
  const expiresOn = page.getByRole('textbox', { name: 'Expires on' })
  await expiresOn.fill('2020-02-29')
  await generateButton.click()
  const name = page.getByRole('textbox', { name: 'Token Name' })
  await expect.element(name).toHaveAttribute('aria-invalid', 'true')
  await expect.element(expiresOn).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible()
})

it('has no accessibility violations: form, with allowed addresses, some of them wrong', async () => {
  await openForm()
  await page.getByRole('radio', { name: 'Only these addresses' }).click()
  const addresses = page.getByRole('textbox', { name: 'Addresses' })
  await addresses.fill('10.0.0.1\nserver')
  await page.getByRole('textbox', { name: 'Token Name' }).click()
  await expect.element(addresses).toHaveAttribute('aria-invalid', 'true')
  await expect.element(page.getByText(/private address/)).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: form, after a failure and with the dialog before leaving', async () => {
  await openForm({ faults: ['createToken:lost'] })
  await fillTokenForm()
  await generateButton.click()
  await expect.element(page.getByRole('alert')).toBeVisible()
  await expectAccessible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect.element(page.getByRole('dialog', { name: 'Discard what you typed?' })).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: form, prefilled by a link', async () => {
  const link = new URLSearchParams({ template: 'shipping', name: 'x'.repeat(80), scope: 'all' })
  await openForm({ link: `?${link}` })
  await expect
    .element(page.getByText('Filled in by a link: check it before you generate'))
    .toBeVisible()
  await expect.element(page.getByText('Not all of the link could be used')).toBeVisible()
  await expectAccessible()
})
