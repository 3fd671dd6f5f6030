import { setImmediate as nextRound } from 'node:timers/promises'

import { expect, it, vi } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { createServer } from '#src/mock/server/server.ts'
import { itemsPerTurn } from '#src/mock/server/inTurns.ts'

import { startServer } from '../support/backend.ts'
import { now, numberedToken, numberedTokens } from '../support/tokenRecord.ts'

type TokenIdList = components['schemas']['TokenIdList']

const tokens = numberedTokens(2 * itemsPerTurn + 1)

const start = (lastToken = numberedToken(tokens.length)) =>
  startServer({ now, world: { ...defaultWorld(now), tokens: [...tokens, lastToken] } })

it('other requests are answered while the ids of many tokens are listed', async () => {
  const { as } = await start()
  const admin = await as('admin')
  const events: string[] = []
  const listing = admin('GET', '/api/token-ids').finally(() => events.push('list'))
  while (!events.includes('list')) {
    await admin('GET', '/api/session').finally(() => events.push('session'))
    await nextRound()
  }
  const { items, total } = (await listing).body as TokenIdList
  expect([items.length, total]).toEqual([tokens.length + 1, tokens.length + 1])
  // The rows are searched, made to items and checked in three turns each.
  expect(events.indexOf('list')).toBeGreaterThanOrEqual(9)
})

it('a long list is one state, although tokens are changed while it is put together', async () => {
  const { as } = await start()
  const admin = await as('admin')
  const listing = admin('GET', '/api/token-ids')
  await nextRound()
  const ids = [0, tokens.length].map((number) => `tok_${number}`)
  await admin('POST', '/api/token-batches', { body: { action: 'delete', ids } })
  expect(((await listing).body as TokenIdList).items).toHaveLength(tokens.length + 1)
  const after = (await admin('GET', '/api/token-ids')).body as TokenIdList
  expect(after.items).toHaveLength(tokens.length - 1)
})

it('each item of a long list is checked', async () => {
  const { storage, clock, nobody } = await start(
    numberedToken(tokens.length, { lastAnsweredAt: 'yesterday', createdAt: '2020-01-01' }),
  )
  const body = { email: 'admin@example.com', password: 'edesk-demo' }
  const { headers } = await nobody('POST', '/api/session', { body })
  const onFailure = vi.fn()
  const server = createServer({
    storage,
    clock,
    randomBytes: (count) => new Uint8Array(count),
    onFailure,
  })
  const request = new Request('http://localhost/api/token-ids', {
    headers: { Cookie: headers.get('set-cookie') ?? '' },
  })
  expect((await server.handle(request)).status).toBe(500)
  expect(onFailure.mock.calls).toEqual([[expect.any(Error), request]])
  expect(String(onFailure.mock.calls[0]?.[0])).toContain('listTokenIds')
})
