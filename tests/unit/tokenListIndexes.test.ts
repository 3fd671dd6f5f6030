import { expect, it, vi } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { nameKey } from '#src/shared/nameKey.ts'
import type { TokenRecord } from '#src/mock/domain/records.ts'
import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'

import { startServer } from '../support/backend.ts'
import { now, token } from '../support/tokenRecord.ts'

type TokenList = components['schemas']['TokenList']

function tokenNumber(number: number, more: Partial<TokenRecord> = {}): TokenRecord {
  const name = `Token ${number}`
  const unique = { id: `tok_${number}`, keyHash: `hash ${number}`, keyEnding: `ending ${number}` }
  return { ...token, businessId: 'biz_northwind', name, nameKey: nameKey(name), ...unique, ...more }
}

/** Starts with 60 tokens, of which the first ones are replaced by the others. Counts the scans of rows. */
async function startWithReplaced(replacedCount: number) {
  const tokens = Array.from({ length: 60 }, (_, number) => tokenNumber(number))
  for (let number = 0; number < replacedCount; number += 1) {
    const replacement = tokenNumber(100 + number, { replacesId: `tok_${number}` })
    tokens.push(replacement)
    tokens[number] = tokenNumber(number, { replacedById: replacement.id })
  }
  const { storage, as } = await startServer({ now, world: { ...defaultWorld(now), tokens } })
  const admin = await as('admin')
  const scan = vi.fn()
  const read = storage.read.bind(storage)
  storage.read = (work) => read((db) => work({ ...db, rows: (table) => (scan(), db.rows(table)) }))
  const list = async (query: string) =>
    (await admin('GET', `/api/tokens?pageSize=100&${query}`)).body as TokenList
  return { list, scan }
}

it.each(['name', '-name', 'createdAt', '-createdAt'])(
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

it.each(['sort=attention', 'sort=name&search=token'])(
  'the list with %s scans the rows once',
  async (query) => {
    const { list, scan } = await startWithReplaced(1)
    expect((await list(query)).total).toBe(60)
    expect(scan).toHaveBeenCalledOnce()
  },
)
