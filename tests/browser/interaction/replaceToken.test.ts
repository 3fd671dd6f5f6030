import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { openNewToken } from '../support/openNewToken.ts'
import { tabTo } from '../support/tabTo.ts'

const changes = page.getByRole('list', { name: 'What changes' }).getByRole('listitem')
const permission = (feature: string, name: string) =>
  page.getByRole('radiogroup', { name: feature }).getByRole('radio', { name })

function expectChanges(...texts: string[]): Promise<void> {
  return expect
    .poll(() => changes.elements().map(({ textContent }) => textContent.trim()))
    .toEqual(texts)
}

it('replaces a token by keyboard alone, and describes the changes of access', async () => {
  const { token, wrapper } = await openNewToken({
    features: { 'Sales Orders': 'Read Only', Tickets: 'Read Only' },
  })
  const proposal = 'level=custom&tickets=full_access&scope=all'
  await wrapper.vm.$router.push(`/settings/api-tokens/${token.id}/replace?${proposal}`)
  // The access that the URL proposes, and the access that the user chooses instead.
  await expect.element(page.getByText(/^A link proposed the new access/)).toBeVisible()
  await expect.element(page.getByText(/^Parts of this link aren’t supported.*scope/)).toBeVisible()
  await permission('Tickets', 'Read Only').click()
  await expectChanges('Loses: read Sales Orders.', 'Expiry unchanged: 22 Feb 2027')
  await page.getByRole('combobox', { name: 'Expiration' }).selectOptions('Custom date')
  await page.getByLabelText('Expires on').fill('2027-06-30')
  await expect.element(page.getByText(/Expires on Wed, 30 Jun 2027/)).toBeVisible()

  await page.getByRole('button', { name: 'Cancel' }).click()
  const dialog = page.getByRole('dialog', { name: 'Discard what you typed?' })
  await dialog.getByRole('button', { name: 'Discard' }).click()
  const replaceButton = page.getByRole('button', { name: 'Replace token' })
  await expect.element(replaceButton).toBeVisible()
  await tabTo(replaceButton)
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('heading', { name: 'Replace ShipFast' })).toHaveFocus()
  const oldKey = page.getByRole('radiogroup', { name: 'Keep the old key' })
  await tabTo(oldKey.getByLabelText('1 day'))
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(oldKey.getByLabelText('1 week')).toBeChecked()
  await tabTo(page.getByRole('button', { name: 'Change access' }))
  await userEvent.keyboard('{Enter}')
  await tabTo(permission('Sales Orders', 'Read Only'))
  await userEvent.keyboard('{ArrowLeft}')
  await tabTo(permission('Tickets', 'Read Only'))
  await userEvent.keyboard('{ArrowRight}')
  await expectChanges(
    'Gains: change Sales Orders.',
    'Loses: read Tickets.',
    'Expiry unchanged: 22 Feb 2027',
  )
  await tabTo(page.getByRole('button', { name: 'Generate new key' }))
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('heading', { name: 'Copy your API key' })).toHaveFocus()
})

it('fits into a laptop’s window, with the old key first', async () => {
  await page.viewport(1280, 800)
  const { token, wrapper } = await openNewToken({
    features: { 'Sales Orders': 'Full Access', Tickets: 'Read Only' },
  })
  await wrapper.vm.$router.push(`/settings/api-tokens/${token.id}/replace`)
  await expect.element(page.getByRole('heading', { name: 'Replace ShipFast' })).toHaveFocus()
  const oldKey = page.getByRole('radiogroup', { name: 'Keep the old key' })
  const expiration = page.getByRole('combobox', { name: 'Expiration' })
  const top = (part: typeof oldKey) => part.element().getBoundingClientRect().top
  expect(top(oldKey)).toBeLessThan(top(expiration))
  expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(800)
})
