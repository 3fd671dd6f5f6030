import { describe, expect, it } from 'vitest'

import { readProposal } from '#src/features/api-tokens/replacement/proposal.ts'

import { permissions } from '../../kit/builders.ts'

const none = permissions()

describe('what an address proposes for a replacement', () => {
  it('is nothing where it says nothing', () => {
    expect(readProposal({})).toEqual({ access: undefined, leaked: false, misfits: [] })
  })

  it.each(['read_only', 'full_access'] as const)('may be the level %s', (level) => {
    expect(readProposal({ level })).toEqual({
      access: { level, permissions: none },
      leaked: false,
      misfits: [],
    })
  })

  it('may be Custom, with features by name', () => {
    const query = { level: 'custom', sales_orders: 'full_access', users: 'read_only' }
    const chosen = permissions({ sales_orders: 'full_access', users: 'read_only' })
    expect(readProposal(query)).toEqual({
      access: { level: 'custom', permissions: chosen },
      leaked: false,
      misfits: [],
    })
  })

  it('may be the reason that the key has leaked', () => {
    expect(readProposal({ because: 'leaked' })).toEqual({
      access: undefined,
      leaked: true,
      misfits: [],
    })
  })
})

describe('what does not fit', () => {
  it.each([
    ['a level that does not exist', { level: 'admin' }, ['level']],
    ['a level that comes twice', { level: ['custom', 'custom'] }, ['level']],
    ['a level without a value', { level: null }, ['level']],
    ['another reason', { because: 'bored' }, ['because']],
    ['an unknown parameter', { name: 'ShipFast' }, ['name']],
    ['a feature without a level', { tickets: 'read_only' }, ['tickets']],
  ])('is left out and told: %s', (_what, query, misfits) => {
    expect(readProposal(query)).toEqual({ access: undefined, leaked: false, misfits })
  })

  it('is a feature beside a level that decides on every feature', () => {
    const query = { level: 'read_only', tickets: 'full_access' }
    expect(readProposal(query)).toEqual({
      access: { level: 'read_only', permissions: none },
      leaked: false,
      misfits: ['tickets'],
    })
  })

  it('is a permission that does not exist; the other ones are kept', () => {
    const query = { level: 'custom', tickets: 'all', users: 'read_only' }
    expect(readProposal(query)).toEqual({
      access: { level: 'custom', permissions: permissions({ users: 'read_only' }) },
      leaked: false,
      misfits: ['tickets'],
    })
  })
})
