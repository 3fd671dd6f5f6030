import { describe, expect, it } from 'vitest'

import { createLedger, type StoredRecord } from '../../../tools/chaos/ledger.ts'

const tag = (name: string, id: number, value = 'true'): StoredRecord => ({
  kind: 'tag',
  name,
  id,
  value,
})
const nothing = { lost: [], doubled: [] }

describe('the ledger of the chaos', () => {
  it('finds what was acknowledged and is missing, or has another value or id', () => {
    const ledger = createLedger()
    for (const [id, name] of ['missing', 'changed', 'moved', 'kept'].entries()) {
      ledger.send('tag', name, 'true')(id)
    }
    const { lost, doubled } = ledger.compare([
      tag('changed', 1, 'false'),
      tag('moved', 7),
      tag('kept', 3),
    ])
    expect(lost).toEqual([
      'tag missing: missing instead of true',
      'tag changed: false instead of true',
      'tag moved: true instead of true',
    ])
    expect(doubled).toEqual([])
    expect(ledger.acknowledged()).toBe(4)
  })

  it('finds what is there twice or was deleted, and numbers that were used twice', () => {
    const ledger = createLedger()
    ledger.send('tag', 'twice', 'true')(1)
    ledger.send('tag', 'deleted', 'true')(2)
    ledger.send('tag', 'deleted', null)()
    ledger.send('tag', 'next', 'true')(1)
    const { lost, doubled } = ledger.compare([
      tag('twice', 1),
      tag('twice', 3),
      tag('deleted', 2),
      tag('next', 1),
      tag('unknown', 5),
    ])
    expect(lost).toEqual(['tag deleted: true instead of null'])
    expect(doubled).toEqual([
      'tag next has the id of tag twice',
      'tag twice is there 2 times',
      'tag unknown was never sent',
    ])
  })

  it('allows a change without an answer to be stored or not, but not to come and go', () => {
    const ledger = createLedger()
    ledger.send('tag', 'open', 'true')
    expect(ledger.compare([])).toEqual(nothing)
    ledger.send('tag', 'open', 'true')
    expect(ledger.compare([tag('open', 1)])).toEqual(nothing)
    expect(ledger.compare([]).lost).toEqual(['tag open: missing instead of true'])
  })
})
