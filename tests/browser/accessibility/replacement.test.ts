import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { demoTokenId } from '#src/mock/scenarios/demoIds.ts'

import { openApp } from '#src/kit/vitest.ts'
import { expectAccessible, expectNoViolations } from '../expectAccessible.ts'

const dozenTokens = { scenario: 'tokens', as: 'admin' } as const

it('has no accessibility violations: advice page, and a replacement with prefilled access', async () => {
  await openApp({ ...dozenTokens, at: '/settings/api-tokens/advice' })
  const items = page.getByRole('list', { name: 'Advice' }).getByRole('listitem')
  await expect
    .element(items.filter({ hasText: 'Review requests' }))
    .toMatchTextContent('Nobody has used')
  await expect
    .element(items.filter({ hasText: 'Packing tables' }))
    .toMatchTextContent('nothing of it was done')
  await expectAccessible()
  await page.getByRole('link', { name: 'Prepare a replacement for LedgerLine' }).click()
  await expect
    .element(page.getByRole('list', { name: 'What changes' }))
    .toMatchTextContent('Loses: change Sales Orders and Contacts; read Channels.')
  await expectAccessible()
})

it('has no accessibility violations: token that is being replaced, and the dialog that retires its old key', async () => {
  const { backend, wrapper } = await openApp({ ...dozenTokens, at: '/settings' })
  const id = demoTokenId('tokens', 'LedgerLine')
  await backend.send({
    as: 'admin',
    method: 'POST',
    path: `/api/tokens/${id}/replacement`,
    headers: { 'Idempotency-Key': 'the-place-of-ledgerline' },
    body: { accessLevel: 'read_only', keepOldKey: 'hour' },
  })
  await wrapper.vm.$router.push(`/settings/api-tokens/${id}`)
  const pair = page.getByRole('region', { name: 'Being replaced' })
  await expect.element(pair).toMatchTextContent('Neither key has been used')
  await expectAccessible()
  await pair.getByRole('button', { name: 'Retire the old key' }).click()
  await expect.element(page.getByRole('dialog')).toMatchTextContent('has never been used')
  await expectNoViolations()
})
