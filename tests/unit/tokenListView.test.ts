import { describe, expect, it } from 'vitest'

import {
  tokenListViewQuery,
  parseTokenListView,
} from '#src/features/api-tokens/list/tokenListView.ts'

const first = { page: 1, pageSize: 25, sort: 'attention', filter: {} }

describe('the list view of a URL', () => {
  it('shows the tokens that need attention first without parameters', () => {
    expect(parseTokenListView({})).toEqual(first)
    expect(tokenListViewQuery(parseTokenListView({}))).toEqual({})
  })

  it('is the same after writing and reading a URL', () => {
    const query = {
      search: 'ship',
      access: 'custom',
      status: 'paused',
      feature: 'tickets',
      madeBy: 'usr_alex',
      neverUsed: 'true',
      unusedFor: '45',
      expiring: '7',
      breaks: 'any',
      refused: 'today',
      sort: 'expiresAt',
      pageSize: 100,
      page: 3,
    }
    const texts = Object.entries(query).map(([name, value]) => [name, String(value)])
    expect(tokenListViewQuery(parseTokenListView(Object.fromEntries(texts)))).toEqual(query)
  })

  it.each([
    { page: '0' },
    { page: '-1' },
    { page: '1.5' },
    { page: 'two' },
    { page: '-1e400' },
    { pageSize: '26' },
    { sort: 'luck' },
    { search: '  ' },
    { search: ['a', 'b'] },
    { access: 'none' },
    { status: 'gone' },
    { feature: '' },
    { madeBy: null },
    { madeBy: 'x'.repeat(101) },
    { madeBy: 'usr_\u0000' },
    { search: '\u0000' },
    { neverUsed: 'maybe' },
    { neverUsed: 'false' },
    { unusedFor: '0' },
    { unusedFor: '3651' },
    { expiring: 'soon' },
    { breaks: 'all' },
    { refused: 'yesterday' },
    { colour: 'red' },
  ])('ignores invalid values: %j', (query) => {
    expect(parseTokenListView(query)).toEqual(first)
  })

  it('truncates the search to what the service accepts', () => {
    expect(parseTokenListView({ search: 'x'.repeat(201) }).filter.search).toHaveLength(200)
  })
})
