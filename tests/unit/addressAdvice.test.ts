import { expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { permissions } from '#src/kit/builders.ts'
import { msPerDay, msPerMinute } from '#src/shared/time.ts'

import { type Person, startServer } from '../support/backend.ts'
import { createToken } from '../support/tokens.ts'

type Schemas = components['schemas']

/** Starts a backend with a token that reads tickets from these addresses, on its first day and two months later. */
async function startUsedFrom(...addresses: string[]) {
  const backend = await startServer()
  const admin = await backend.as('admin')
  const { body } = await createToken(admin, {
    accessLevel: 'custom',
    permissions: permissions({ tickets: 'read_only' }),
    expiresAt: null,
  })
  const headers = { Authorization: `Bearer ${body.key ?? ''}` }

  async function use(...from: string[]): Promise<void> {
    for (const address of from) {
      await admin('GET', '/v1/tickets', { headers, address })
      backend.clock.set(new Date(backend.clock.now().getTime() + msPerMinute))
    }
  }

  await use(...addresses)
  backend.clock.set(new Date(backend.clock.now().getTime() + 60 * msPerDay))
  await use(...addresses)
  return { admin: await backend.as('admin'), use, tokenId: body.token.id }
}

async function adviceIn(admin: Person): Promise<Schemas['TokenAdvice'][]> {
  const { body } = await admin('GET', '/api/advice?group=few_addresses')
  return (body as Schemas['AdviceList']).items.map(({ advice }) => advice)
}

it('a token that is used from two addresses gets the advice to limit it to them, the last used first', async () => {
  const { admin, tokenId } = await startUsedFrom('192.0.2.1', '2001:db8::1')
  const advice = {
    kind: 'few_addresses',
    rules: [],
    addresses: ['2001:db8::1', '192.0.2.1'],
    changes: [],
    proposed: null,
  }
  expect(await adviceIn(admin)).toEqual([advice])
  expect((await admin('GET', `/api/tokens/${tokenId}/advice`)).body).toEqual({ advice })
})

it('the advice can be dismissed, and ends when the token is limited', async () => {
  const { admin, tokenId } = await startUsedFrom('192.0.2.1')
  const items = [{ tokenId, kind: 'few_addresses' }]
  for (const [action, count] of [
    ['dismiss', 0],
    ['restore', 1],
  ] as const) {
    await admin('POST', '/api/advice-batches', { body: { action, items } })
    expect(await adviceIn(admin)).toHaveLength(count)
  }
  const { status } = await admin('PATCH', `/api/tokens/${tokenId}`, {
    body: { allowedAddresses: ['192.0.2.1'] },
    headers: { 'If-Match': '*' },
  })
  expect(status).toBe(200)
  expect(await adviceIn(admin)).toEqual([])
})

it('a token that is used from three addresses gets no such advice', async () => {
  const { admin } = await startUsedFrom('192.0.2.1', '192.0.2.2', '192.0.2.3')
  expect(await adviceIn(admin)).toEqual([])
})

it('a token gets no such advice while an Admin has not confirmed a new place', async () => {
  const { admin, use } = await startUsedFrom('192.0.2.1')
  await use('192.0.2.2')
  expect(await adviceIn(admin)).toEqual([])
})
