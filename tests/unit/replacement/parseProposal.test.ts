import { describe, expect, it } from 'vitest'

import { parseProposal } from '#src/features/api-tokens/replacement/proposal.ts'
import { permissions } from '#src/kit/builders.ts'

const none = permissions()

describe('the proposal for a replacement in a URL', () => {
  it('is empty without parameters', () => {
    expect(parseProposal({})).toEqual({ access: undefined, leaked: false, invalidParameters: [] })
  })

  it.each(['read_only', 'full_access'] as const)('can be the level %s', (level) => {
    expect(parseProposal({ level })).toEqual({
      access: { level, permissions: none },
      leaked: false,
      invalidParameters: [],
    })
  })

  it('can be Custom, with features by name', () => {
    const query = { level: 'custom', sales_orders: 'full_access', users: 'read_only' }
    const chosen = permissions({ sales_orders: 'full_access', users: 'read_only' })
    expect(parseProposal(query)).toEqual({
      access: { level: 'custom', permissions: chosen },
      leaked: false,
      invalidParameters: [],
    })
  })

  it('ignores parameters that a program has added to count visits', () => {
    const query = { utm_source: 'mail', fbclid: 'x', _gl: '1', nonsense: 'y' }
    expect(parseProposal(query).invalidParameters).toEqual(['nonsense'])
  })

  it('can have the reason that the key has leaked', () => {
    expect(parseProposal({ because: 'leaked' })).toEqual({
      access: undefined,
      leaked: true,
      invalidParameters: [],
    })
  })
})

describe('invalid parameters', () => {
  it.each([
    ['a level that does not exist', { level: 'admin' }, ['level']],
    ['a level that comes twice', { level: ['custom', 'custom'] }, ['level']],
    ['a level without a value', { level: null }, ['level']],
    ['an unknown reason', { because: 'bored' }, ['because']],
    ['an unknown parameter', { name: 'ShipFast' }, ['name']],
    ['a feature without a level', { tickets: 'read_only' }, ['tickets']],
  ])('are ignored and reported: %s', (_what, query, invalidParameters) => {
    expect(parseProposal(query)).toEqual({ access: undefined, leaked: false, invalidParameters })
  })

  it('include a feature next to a level that already decides on every feature', () => {
    const query = { level: 'read_only', tickets: 'full_access' }
    expect(parseProposal(query)).toEqual({
      access: { level: 'read_only', permissions: none },
      leaked: false,
      invalidParameters: ['tickets'],
    })
  })

  it('include an unknown permission; the other ones are kept', () => {
    const query = { level: 'custom', tickets: 'all', users: 'read_only' }
    expect(parseProposal(query)).toEqual({
      access: { level: 'custom', permissions: permissions({ users: 'read_only' }) },
      leaked: false,
      invalidParameters: ['tickets'],
    })
  })
})
