import { describe, expect, it } from 'vitest'

import {
  parseActivityView,
  activityViewQuery,
} from '#src/features/api-tokens/activity/activityView.ts'

const first = { page: 1, pageSize: 25, filter: {} }

describe('the activity view of a URL', () => {
  it('shows all activity, newest first, without parameters', () => {
    expect(parseActivityView({})).toEqual(first)
    expect(activityViewQuery(first)).toEqual({})
  })

  it('is the same after writing and reading a URL', () => {
    const days = { from: '2026-09-24', to: '2026-09-24' }
    const query = { action: 'paused', by: 'usr_1', token: 'tok_1', ...days, pageSize: 50, page: 2 }
    const view = {
      page: 2,
      pageSize: 50,
      filter: { action: 'paused', by: 'usr_1', token: 'tok_1', ...days },
    }
    expect(parseActivityView({ ...query, pageSize: '50', page: '2' })).toEqual(view)
    expect(activityViewQuery(parseActivityView({ ...query, pageSize: '50', page: '2' }))).toEqual(
      query,
    )
  })

  it.each([
    { page: '1' },
    { page: '0' },
    { page: '-2' },
    { page: '2.5' },
    { page: 'two' },
    { page: '-9007199254740993' },
    { pageSize: '26' },
    { pageSize: '' },
    { action: 'painted' },
    { by: '' },
    { by: ['usr_1', 'usr_2'] },
    { by: 'x'.repeat(101) },
    { token: null },
    { token: 'tok_\u0000' },
    { by: 'usr\n1' },
    { from: '2026-02-30' },
    { to: 'yesterday' },
    { from: '2026-09-24', to: '2026-09-23' },
    { from: ['2026-09-24', '2026-09-25'] },
    { colour: 'red' },
  ])('ignores invalid values: %j', (query) => {
    expect(parseActivityView(query)).toEqual(first)
  })

  it('accepts an id of the maximum length', () => {
    expect(parseActivityView({ token: 'x'.repeat(100) }).filter.token).toHaveLength(100)
  })
})
