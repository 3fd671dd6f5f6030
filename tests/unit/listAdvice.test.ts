import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { adviceGroupValues } from '#src/api/generated/values.ts'
import { manyWorld } from '#src/mock/scenarios/manyWorld.ts'
import { tokensWorld } from '#src/mock/scenarios/tokensWorld.ts'
import type { SeedData } from '#src/mock/scenarios/seedData.ts'
import { msPerDay } from '#src/shared/time.ts'

import { startServer } from '../support/backend.ts'

type Schemas = components['schemas']
const now = new Date('2026-11-24T09:00:00Z')

async function start(world: SeedData = tokensWorld('tokens', now)) {
  const backend = await startServer({ now, world })
  const admin = await backend.as('admin')

  async function overview(): Promise<Schemas['AdviceSummary'][]> {
    return ((await admin('GET', '/api/advice-overview')).body as Schemas['AdviceOverview']).groups
  }

  async function list(query: string): Promise<Schemas['AdviceList']> {
    return (await admin('GET', `/api/advice?${query}`)).body as Schemas['AdviceList']
  }

  return { backend, admin, overview, list }
}

const totals = (groups: Schemas['AdviceSummary'][]) =>
  Object.fromEntries(groups.map(({ group, total }) => [group, total]))
const names = (items: Schemas['AdvisedToken'][]) => items.map(({ token }) => token.name)

describe('the overview of the advice', () => {
  it('has all groups of a dozen tokens, with their tokens', async () => {
    const groups = await (await start()).overview()
    expect(groups.map(({ group, total }) => [group, total])).toEqual([
      ['failing', 1],
      ['unused', 1],
      ['breaks_rule', 0],
      ['unused_permissions', 6],
      ['few_addresses', 0],
      ['dismissed', 0],
    ])
    const [failing, unused, , unusedPermissions] = groups
    expect(failing?.items).toMatchObject([
      {
        token: { name: 'Packing tables', status: 'failing' },
        advice: {
          kind: 'failing',
          changes: [
            { feature: 'sales_orders', present: 'read_only', proposed: 'full_access' },
            { feature: 'sales_orders_notes', present: 'read_only', proposed: 'full_access' },
          ],
          proposed: { accessLevel: 'custom' },
        },
        dismissedUntil: null,
      },
    ])
    expect(names(unused?.items ?? [])).toEqual(['Review requests'])
    const used = unusedPermissions?.items.map(({ token }) => token.lastUsedAt ?? '') ?? []
    expect(used).toHaveLength(6)
    expect(used).toEqual(used.toSorted().toReversed())
  })

  it('of many tokens has six of each group and counts all; a page of the list has 25', async () => {
    const world = manyWorld(now)
    const { overview, list } = await start(world)
    const groups = await overview()
    expect(groups.map(({ items }) => items.length)).toEqual([6, 6, 0, 6, 0, 0])
    const { items, total } = await list('group=unused')
    expect(items).toHaveLength(25)
    expect(total).toBe(totals(groups).unused)
    const created = items.map(({ token }) => token.createdAt)
    expect(created).toEqual(created.toSorted())
    const old = new Date(now.getTime() - 60 * msPerDay).toISOString()
    // Tokens that do not work need no advice.
    const works = world.tokens.filter(
      ({ expiresAt, pausedAt }) =>
        pausedAt === null && (expiresAt === null || expiresAt > now.toISOString()),
    )
    const idle = works.filter((token) => (token.lastUsedAt ?? token.createdAt) <= old)
    expect(idle.length).toBeGreaterThan(1000)
    expect(totals(groups).unused).toBe(idle.length)
  })

  it('has nothing about tokens of another business', async () => {
    const world = tokensWorld('tokens', now)
    world.tokens = world.tokens.map((token) => ({ ...token, businessId: 'biz_lantern' }))
    const { overview, list } = await start(world)
    const none = Object.fromEntries(adviceGroupValues.map((name) => [name, 0]))
    expect(totals(await overview())).toEqual(none)
    expect(await list('group=unused')).toMatchObject({ items: [], total: 0 })
  })
})

describe('the list of a group', () => {
  it('has all of its tokens, page by page', async () => {
    const { list, overview } = await start()
    const whole = (await overview()).find(({ group }) => group === 'unused_permissions')
    const pages = await Promise.all(
      [1, 2, 3].map((page) => list(`group=unused_permissions&page=${page}&pageSize=4`)),
    )
    expect(pages.map(({ items }) => items.length)).toEqual([4, 2, 0])
    expect(pages.flatMap(({ items }) => items)).toEqual(whole?.items)
    expect(pages[1]).toMatchObject({ total: 6, page: 2, pageSize: 4 })
  })
})

describe('dismissing advice', () => {
  const advised = async ({ overview }: Awaited<ReturnType<typeof start>>, group: string) => {
    const item = (await overview()).find((summary) => summary.group === group)?.items[0]
    if (!item) throw new Error(`The group ${group} is empty`)
    return { tokenId: item.token.id, kind: item.advice.kind }
  }

  it('moves it to the dismissed group for 90 days, for all Admins', async () => {
    const started = await start()
    const { backend, admin, overview } = started
    const item = await advised(started, 'unused')
    const body = { action: 'dismiss', items: [item] }
    expect((await admin('POST', '/api/advice-batches', { body })).body).toEqual({
      items: [{ ...item, result: 'done' }],
    })
    expect(totals(await overview())).toMatchObject({ unused: 0, dismissed: 1 })
    const until = new Date(now.getTime() + 90 * msPerDay)
    expect((await overview()).at(-1)?.items).toMatchObject([
      {
        token: { id: item.tokenId },
        advice: { kind: 'unused' },
        dismissedUntil: until.toISOString(),
      },
    ])
    const path = `/api/tokens/${item.tokenId}/advice`
    expect((await admin('GET', path)).body).toEqual({ advice: null })

    backend.clock.set(until)
    const again = await backend.as('admin')
    expect((await again('GET', path)).body).toMatchObject({ advice: { kind: 'unused' } })
  })

  it('can be undone, and both are in the activity', async () => {
    const started = await start()
    const { admin, overview } = started
    const item = await advised(started, 'unused_permissions')
    const before = await overview()
    for (const action of ['dismiss', 'dismiss', 'restore', 'restore']) {
      const body = { action, items: [item] }
      expect((await admin('POST', '/api/advice-batches', { body })).body).toMatchObject({
        items: [{ result: 'done' }],
      })
    }
    expect(await overview()).toEqual(before)
    const path = `/api/activity?token=${item.tokenId}&pageSize=3`
    const { items } = (await admin('GET', path)).body as Schemas['ActivityList']
    expect(items.map(({ action, changes }) => ({ action, changes }))).toEqual([
      {
        action: 'advice_restored',
        changes: [{ field: 'advice', before: 'unused_permissions', after: null }],
      },
      {
        action: 'advice_dismissed',
        changes: [{ field: 'advice', before: null, after: 'unused_permissions' }],
      },
      expect.objectContaining({ action: expect.not.stringContaining('advice') as string }),
    ])
  })

  it('changes nothing where the advice does not apply', async () => {
    const started = await start()
    const { admin, overview } = started
    const before = await overview()
    const { tokenId } = await advised(started, 'unused')
    const items = [
      { tokenId: 'tok_none', kind: 'unused' },
      { tokenId, kind: 'failing' },
    ]
    for (const action of ['dismiss', 'restore']) {
      const body = { action, items }
      expect((await admin('POST', '/api/advice-batches', { body })).body).toEqual({
        items: items.map((item) => ({ ...item, result: 'missing' })),
      })
    }
    expect(await overview()).toEqual(before)
  })

  it('changes no token of another business', async () => {
    const started = await start()
    const item = await advised(started, 'unused')
    const other = await started.backend.as('starterAdmin')
    await other('PUT', '/api/plan', { body: { plan: 'professional' } })
    const body = { action: 'dismiss', items: [item] }
    expect((await other('POST', '/api/advice-batches', { body })).body).toMatchObject({
      items: [{ result: 'missing' }],
    })
    expect(totals(await started.overview())).toMatchObject({ unused: 1, dismissed: 0 })
  })
})
