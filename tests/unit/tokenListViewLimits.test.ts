import { describe, expect, it } from 'vitest'

import {
  tokenListViewQuery,
  parseTokenListView,
} from '#src/features/api-tokens/list/tokenListView.ts'
import { pageSizes } from '#src/ui/lib/pageSizes.ts'

describe('the URL of a list view', () => {
  it('contains what differs from the default view, in a fixed order', () => {
    const filter = {
      expiring: 7,
      unusedFor: 45,
      neverUsed: true,
      madeBy: 'usr_1',
      feature: 'tickets',
      status: 'active',
      access: 'custom',
      search: 'ship',
    } as const
    const query = tokenListViewQuery({ page: 2, pageSize: 50, sort: 'name', filter })
    expect(Object.entries(query)).toEqual([
      ['search', 'ship'],
      ['access', 'custom'],
      ['status', 'active'],
      ['feature', 'tickets'],
      ['madeBy', 'usr_1'],
      ['neverUsed', 'true'],
      ['unusedFor', '45'],
      ['expiring', '7'],
      ['sort', 'name'],
      ['pageSize', 50],
      ['page', 2],
    ])
  })

  it('contains each changed value, and nothing else', () => {
    const view = { page: 1, pageSize: 25, sort: 'attention', filter: {} } as const
    expect(tokenListViewQuery({ ...view, page: 2 })).toEqual({ page: 2 })
    expect(tokenListViewQuery({ ...view, pageSize: 100 })).toEqual({ pageSize: 100 })
    expect(tokenListViewQuery({ ...view, sort: 'createdAt' })).toEqual({ sort: 'createdAt' })
  })
})

describe('the list view of a URL', () => {
  it.each(pageSizes)('can have %d tokens per page', (pageSize) => {
    expect(parseTokenListView({ pageSize: String(pageSize) }).pageSize).toBe(pageSize)
  })

  it('accepts days and pages up to their limits', () => {
    expect(parseTokenListView({ unusedFor: '3650', expiring: '1' }).filter).toEqual({
      unusedFor: 3650,
      expiring: 1,
    })
    expect(parseTokenListView({ expiring: '3651' }).filter).toEqual({})
    expect(parseTokenListView({ page: '1e99' }).page).toBe(1_000_000_000)
    expect(parseTokenListView({ page: '1.5' }).page).toBe(1)
  })

  it('trims texts, and truncates them to what the service accepts', () => {
    expect(parseTokenListView({ search: ' ship ', madeBy: ' usr_1 ' }).filter).toEqual({
      search: 'ship',
      madeBy: 'usr_1',
    })
    const long = { search: `${'x'.repeat(200)}y`, madeBy: 'z'.repeat(100) }
    expect(parseTokenListView(long).filter).toEqual({ ...long, search: 'x'.repeat(200) })
  })

  it('takes control characters of a search for spaces, because the service refuses them', () => {
    const { search } = parseTokenListView({ search: '\u0000ship\u001b\tfast\u0085' }).filter
    expect(search).toBe('ship fast')
  })

  it.each([
    ['🚚y', '🚚'],
    ['👨‍👩‍👧‍👦', ''],
    ['e\u0301\u0302', ''],
    ['🚚'.slice(0, 1), ''],
  ])('truncates texts between characters: %j after 199 others', (end, kept) => {
    const { search } = parseTokenListView({ search: `${'x'.repeat(199)}${end}` }).filter
    expect(search).toBe(`${'x'.repeat(199)}${kept}`)
  })
})
