import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { nameKey } from '#src/shared/nameKey.ts'
import type { TokenRecord } from '#src/mock/domain/records.ts'
import { permissions } from '#src/kit/builders.ts'

import { type Person, startServer } from '../support/backend.ts'
import { problemOf } from '../support/problems.ts'
import { createToken } from '../support/tokens.ts'

type TokenList = components['schemas']['TokenList']
type TokenIdList = components['schemas']['TokenIdList']
type Result = components['schemas']['TokenBatchResult']

const names = async (person: Person, query: string) =>
  ((await person('GET', `/api/tokens?${query}`)).body as TokenList).items.map(({ name }) => name)

/** An Admin with tokens of these names, the last one the newest, and a function that changes a token. */
async function adminWith(...fields: Parameters<typeof createToken>[1][]) {
  const backend = await startServer()
  const admin = await backend.as('admin')
  for (const [minute, each] of fields.entries()) {
    backend.clock.set(new Date(Date.UTC(2026, 10, 24, 9, minute)))
    await createToken(admin, each)
  }
  const change = (name: string, more: Partial<TokenRecord>) =>
    backend.storage.write(async (db) => {
      const [token] = await db.list('tokens', 'byName', {
        equals: ['biz_northwind', nameKey(name)],
      })
      if (token) await db.put('tokens', { ...token, ...more })
    })
  return { ...backend, admin, change }
}

describe('the token search', () => {
  it.each([
    ['ship', ['Ship Fast']],
    ['  SHIP   fast ', ['Ship Fast']],
    ['ｓｈｉｐ', ['Ship Fast']],
    ['Ship\u200bFast', []],
    ['CAFÉ', ['Cafe\u0301 till']],
    ['ΟΔΟΣ', ['Reports']],
    ['labels', ['Reports']],
    ['fast\nprints', ['Ship Fast']],
    ['ORDERS fast ship', ['Ship Fast']],
    ['orders labels', []],
    ['cafe', ['Cafe\u0301 till']],
    ['οδός', ['Reports']],
    ['fastprints', []],
    ['(', []],
    ['', ['Reports', 'Cafe\u0301 till', 'Ship Fast']],
  ])('for %j finds matches in name or description', async (typed, found) => {
    const { admin } = await adminWith(
      { name: 'Ship Fast', description: 'prints orders' },
      { name: 'Cafe\u0301 till' },
      { name: 'Reports', description: 'of\nLABELS\nΟΔΟΣΑ' },
    )
    expect(await names(admin, `search=${encodeURIComponent(typed)}`)).toEqual(found)
  })

  it('finds a token by the last characters of its key', async () => {
    const { admin, change } = await adminWith({ name: 'A' }, { name: 'B' })
    await change('A', { keyEnding: 'Xy9Z' })
    expect(await names(admin, 'search=xY9z')).toEqual(['A'])
  })

  it.each([
    ['de-AT', 1],
    ['en', 0],
  ])('knows the German spellings in German, also for a batch: %s', async (language, total) => {
    const { admin } = await adminWith({ name: 'Müller' })
    const headers = { 'Accept-Language': language }
    for (const path of ['/api/tokens', '/api/token-ids']) {
      const { body } = await admin('GET', `${path}?search=mueller`, { headers })
      expect(body, path).toMatchObject({ total })
    }
  })

  it('finds a token by its new name immediately, and no longer by the old one', async () => {
    const { admin } = await adminWith({ name: 'Before' })
    const { items } = (await admin('GET', '/api/tokens')).body as TokenList
    await admin('PATCH', `/api/tokens/${items[0]?.id}`, {
      body: { name: 'After' },
      headers: { 'If-Match': '*' },
    })
    expect(await names(admin, 'search=before')).toEqual([])
    expect(await names(admin, 'search=after')).toEqual(['After'])
  })

  it('never finds a token of another business', async () => {
    const { admin, as } = await adminWith({ name: 'Ours' })
    const other = await as('starterAdmin')
    await other('PUT', '/api/plan', { body: { plan: 'professional' } })
    await createToken(other, { name: 'Ours as well' })
    expect(await names(admin, 'search=ours')).toEqual(['Ours'])
    const ids = (await other('GET', '/api/token-ids')).body as TokenIdList
    expect(ids.items.map(({ name }) => name)).toEqual(['Ours as well'])
  })
})

describe('the filters of the list', () => {
  it('select by access level or feature', async () => {
    const { admin } = await adminWith(
      { name: 'Reads' },
      { name: 'Writes', accessLevel: 'full_access' },
      {
        name: 'Tickets',
        accessLevel: 'custom',
        permissions: permissions({ tickets: 'read_only' }),
      },
    )
    expect(await names(admin, 'access=full_access')).toEqual(['Writes'])
    expect(await names(admin, 'feature=tickets')).toEqual(['Tickets', 'Writes', 'Reads'])
    expect(await names(admin, 'feature=users')).toEqual(['Writes', 'Reads'])
    expect(await names(admin, 'feature=users&access=custom')).toEqual([])
  })

  it('select by creator', async () => {
    const { admin, as } = await adminWith({ name: 'By Alex' })
    await createToken(await as('otherAdmin'), { name: 'By Robin' })
    expect(await names(admin, 'madeBy=usr_robin')).toEqual(['By Robin'])
  })

  it('count the days since the last request, or since the creation', async () => {
    const { as, change, clock } = await adminWith({ name: 'Old' }, { name: 'Used' })
    clock.set(new Date('2026-12-24T09:00:00Z'))
    const admin = await as('admin')
    await createToken(admin, { name: 'New' })
    const at = '2026-12-20T09:00:00.000Z'
    await change('Used', { lastUsedAt: at, lastAnsweredAt: at })
    expect(await names(admin, 'unusedFor=30')).toEqual(['Old'])
    expect(await names(admin, 'unusedFor=20')).toEqual(['Old'])
    expect(await names(admin, 'unusedFor=4')).toEqual(['Used', 'Old'])
    expect(await names(admin, 'neverUsed=true')).toEqual(['New', 'Old'])
    expect(await names(admin, 'neverUsed=false')).toEqual(['Used'])
  })

  it('select by status, which depends on the time', async () => {
    const { admin, change, clock } = await adminWith({ name: 'A' }, { name: 'B' }, { name: 'C' })
    await change('A', { pausedAt: '2026-11-24T09:00:00.000Z' })
    await change('B', { expiresAt: '2026-11-24T10:00:00.000Z' })
    expect(await names(admin, 'status=paused')).toEqual(['A'])
    expect(await names(admin, 'status=active')).toEqual(['C'])
    expect(await names(admin, 'status=expiring_soon')).toEqual(['B'])
    clock.set(new Date('2026-11-24T10:00:00.000Z'))
    expect(await names(admin, 'status=expired')).toEqual(['B'])
    expect(await names(admin, 'status=expiring_soon')).toEqual([])
  })

  it('select tokens that expire soon and have not yet expired', async () => {
    const { admin, change } = await adminWith({ name: 'Gone' }, { name: 'Soon' }, { name: 'Late' })
    await createToken(admin, { name: 'Never' })
    await change('Never', { expiresAt: null })
    await change('Gone', { expiresAt: '2026-11-24T09:02:00.000Z' })
    await change('Soon', { expiresAt: '2026-12-01T09:02:00.000Z' })
    await change('Late', { expiresAt: '2026-12-01T09:02:00.001Z' })
    expect(await names(admin, 'expiring=7')).toEqual(['Soon'])
    expect(await names(admin, 'sort=expiresAt')).toEqual(['Gone', 'Soon', 'Late', 'Never'])
    expect(await names(admin, 'sort=-expiresAt')).toEqual(['Never', 'Late', 'Soon', 'Gone'])
  })
})

describe('a batch of tokens', () => {
  const idsOf = async (person: Person, query = '') =>
    ((await person('GET', `/api/token-ids?${query}`)).body as TokenIdList).items.map(({ id }) => id)

  it('is deleted with a result for each token: a missing one does not stop the others', async () => {
    const { admin } = await adminWith({ name: 'A' }, { name: 'B' }, { name: 'C' })
    const [c = '', , a = ''] = await idsOf(admin)
    const body = { action: 'delete', ids: [a, 'tok_none', c] }
    const first = (await admin('POST', '/api/token-batches', { body })).body as Result
    expect(first.items).toEqual([
      { id: a, result: 'done' },
      { id: 'tok_none', result: 'missing' },
      { id: c, result: 'done' },
    ])
    expect(await names(admin, '')).toEqual(['B'])
    const again = (await admin('POST', '/api/token-batches', { body })).body as Result
    expect(again.items.map(({ result }) => result)).toEqual(['missing', 'missing', 'missing'])
  })

  it('is paused, and tokens that are already paused stay unchanged', async () => {
    const { admin, change, storage } = await adminWith({ name: 'A' }, { name: 'B' })
    await change('A', { pausedAt: '2026-11-01T00:00:00.000Z' })
    const ids = await idsOf(admin)
    await admin('POST', '/api/token-batches', { body: { action: 'pause', ids } })
    const tokens = await storage.read((db) => db.all('tokens'))
    const paused = Object.fromEntries(tokens.map(({ name, pausedAt }) => [name, pausedAt]))
    expect(paused).toEqual({ A: '2026-11-01T00:00:00.000Z', B: '2026-11-24T09:01:00.000Z' })
  })

  it('is resumed, and tokens that are not paused stay unchanged', async () => {
    const { admin, change, storage } = await adminWith({ name: 'A' }, { name: 'B' })
    await change('A', { pausedAt: '2026-11-01T00:00:00.000Z' })
    const ids = await idsOf(admin)
    await admin('POST', '/api/token-batches', { body: { action: 'resume', ids } })
    const tokens = await storage.read((db) => db.all('tokens'))
    const after = tokens.map(({ name, pausedAt, version }) => ({ name, pausedAt, version }))
    expect(after.toSorted((one, other) => one.name.localeCompare(other.name))).toEqual([
      { name: 'A', pausedAt: null, version: 2 },
      { name: 'B', pausedAt: null, version: 1 },
    ])
    const activity = await storage.read((db) => db.all('activity'))
    expect(activity.filter(({ action }) => action === 'resumed')).toHaveLength(1)
  })

  it('reports tokens of another business as missing, and leaves them unchanged', async () => {
    const { admin, as } = await adminWith({ name: 'Ours' })
    const other = await as('starterAdmin')
    await other('PUT', '/api/plan', { body: { plan: 'professional' } })
    const body = { action: 'delete', ids: await idsOf(admin) }
    const batch = (await other('POST', '/api/token-batches', { body })).body as Result
    expect(batch.items.map(({ result }) => result)).toEqual(['missing'])
    expect(await names(admin, '')).toEqual(['Ours'])
  })

  it.each([
    ['none', []],
    ['one twice', ['a', 'a']],
    ['a hundred and one', Array.from({ length: 101 }, (_, number) => String(number))],
  ])('is refused if it contains %s', async (_what, ids) => {
    const { admin } = await adminWith()
    const response = await admin('POST', '/api/token-batches', { body: { action: 'delete', ids } })
    expect(problemOf(response)).toBe('422 invalid-fields')
  })
})
