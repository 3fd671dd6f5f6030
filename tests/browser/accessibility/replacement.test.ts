import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { demoTokenId } from '#src/mock/scenarios/demoIds.ts'
import { openApp } from '#src/kit/vitest.ts'

import { expectAccessible, expectNoViolations } from '../expectAccessible.ts'

const dozenTokens = { scenario: 'tokens', as: 'admin' } as const

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
