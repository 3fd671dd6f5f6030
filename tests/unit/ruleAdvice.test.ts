import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { rulesWorld } from '#src/mock/scenarios/rulesWorld.ts'

import { type Person, startServer } from '../support/backend.ts'
import { setRules } from '../support/rules.ts'

type Schemas = components['schemas']
const now = new Date('2026-11-24T09:00:00Z')

async function start() {
  const backend = await startServer({ now, world: rulesWorld(now) })
  return { backend, admin: await backend.as('admin') }
}

async function listed(admin: Person): Promise<Schemas['AdvisedToken'][]> {
  return ((await admin('GET', '/api/advice?group=breaks_rule')).body as Schemas['AdviceList']).items
}

const rulesByName = (items: Schemas['AdvisedToken'][]) =>
  Object.fromEntries(items.map(({ token, advice }) => [token.name, advice.rules]))

describe('the advice about broken rules', () => {
  it('names the rules of each token, and follows a change of the rules', async () => {
    const { admin } = await start()
    expect(rulesByName(await listed(admin))).toEqual({
      ShipFast: ['longest_life'],
      LedgerLine: ['longest_life'],
      'Stock levels': ['longest_life', 'max_tokens'],
      'Returns portal': ['longest_life'],
      'Chat on our site': ['longest_life'],
      'Nightly backup': ['longest_life'],
      'Wedding gift lists': ['longest_life', 'full_access', 'max_tokens'],
    })
    await setRules(admin, { fullAccess: 'per_feature' })
    expect(rulesByName(await listed(admin))).toEqual({ 'Wedding gift lists': ['full_access'] })
    await setRules(admin, {})
    expect(await listed(admin)).toEqual([])
  })

  it('is also the advice about the token, until it is dismissed', async () => {
    const { admin } = await start()
    const item = (await listed(admin)).find(({ token }) => token.name === 'Wedding gift lists')
    const tokenId = item?.token.id ?? ''
    const path = `/api/tokens/${tokenId}/advice`
    expect((await admin('GET', path)).body).toEqual({ advice: item?.advice })
    const items = [{ tokenId, kind: 'breaks_rule' }]
    const change = (action: string) =>
      admin('POST', '/api/advice-batches', { body: { action, items } })
    expect((await change('dismiss')).body).toMatchObject({ items: [{ result: 'done' }] })
    expect((await admin('GET', path)).body).toEqual({ advice: null })
    expect(await listed(admin)).toHaveLength(6)
    const { body } = await admin('GET', '/api/advice-overview')
    expect((body as Schemas['AdviceOverview']).groups).toContainEqual(
      expect.objectContaining({ group: 'dismissed', total: 1 }),
    )
    expect((await change('restore')).body).toMatchObject({ items: [{ result: 'done' }] })
    expect(await listed(admin)).toHaveLength(7)
  })
})
