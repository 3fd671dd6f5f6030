import { expect, it, vi } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { msPerDay } from '#src/shared/time.ts'
import type { TokenRecord } from '#src/mock/domain/records.ts'
import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'

import { startServer } from '../support/backend.ts'
import { now, numberedToken, numberedTokens } from '../support/tokenRecord.ts'

type TokenList = components['schemas']['TokenList']

/** Starts with 60 tokens, of which the first ones are replaced by the others. */
function startWithReplaced(replacedCount: number) {
  const tokens = numberedTokens(60)
  for (let number = 0; number < replacedCount; number += 1) {
    const replacement = numberedToken(100 + number, { replacesId: `tok_${number}` })
    tokens.push(replacement)
    tokens[number] = numberedToken(number, { replacedById: replacement.id })
  }
  return startWith(tokens)
}

/** Starts with these tokens. Counts the scans of rows. */
async function startWith(tokens: TokenRecord[]) {
  const { storage, as } = await startServer({ now, world: { ...defaultWorld(now), tokens } })
  const admin = await as('admin')
  const scan = vi.fn()
  const get = vi.fn()
  const read = storage.read.bind(storage)
  storage.read = (work) =>
    read((db) =>
      work({
        ...db,
        rows: (table) => (scan(), db.rows(table)),
        get: (table, id) => (get(table, id), db.get(table, id)),
      }),
    )
  const list = async (query: string) =>
    (await admin('GET', `/api/tokens?pageSize=100&${query}`)).body as TokenList
  return { list, scan, get }
}

it.each(['name', '-name', 'createdAt', '-createdAt', 'attention'])(
  'the list by %s scans no rows, unless there are more than 50 old keys',
  async (sort) => {
    const few = await startWithReplaced(50)
    expect((await few.list(`sort=${sort}`)).total).toBe(60)
    expect(few.scan).not.toHaveBeenCalled()

    const many = await startWithReplaced(51)
    const { total, items, counts } = await many.list(`sort=${sort}`)
    expect([total, items.length, counts.all]).toEqual([60, 60, 60])
    expect(many.scan).toHaveBeenCalledOnce()
  },
)

it.each(['sort=-lastUsedAt', 'sort=name&search=token'])(
  'the list with %s scans the rows once',
  async (query) => {
    const { list, scan } = await startWithReplaced(1)
    expect((await list(query)).total).toBe(60)
    expect(scan).toHaveBeenCalledOnce()
  },
)

it('the list by attention scans no rows, unless more than 100 tokens of one kind need it', async () => {
  const soon = new Date(now.getTime() + msPerDay).toISOString()
  const few = await startWith(numberedTokens(100, { expiresAt: soon }))
  expect((await few.list('sort=attention')).counts).toMatchObject({ all: 100, expiring: 100 })
  expect(few.scan).not.toHaveBeenCalled()

  const more = await startWith(numberedTokens(101, { expiresAt: soon }))
  expect((await more.list('sort=attention')).counts.expiring).toBe(101)
  expect(more.scan).toHaveBeenCalledOnce()
})

it('a list reads each record that its tokens refer to only once', async () => {
  const { list, get } = await startWith(numberedTokens(60))
  await list('sort=name')
  const users = get.mock.calls.filter(([table]) => table === 'users')
  expect(users).toEqual([
    ['users', 'usr_alex'],
    ['users', 'usr_1'],
  ])
})
