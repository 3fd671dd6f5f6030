import { describe, expect, it } from 'vitest'

import {
  requestNoticeIds,
  noticesOfRequest,
  endedNotices,
} from '#src/mock/domain/requestNotices.ts'

import { after, before, day, now, token } from '../support/noticeTokens.ts'

describe('a request', () => {
  it('reports once that its token is always refused: at the tenth refusal', () => {
    const used = token({ lastUsedAt: now.toISOString() })
    const kinds = [8, 9, 10, 11].map((count) =>
      noticesOfRequest({ ...used, refusedInARow: count }, { refusedInARow: count + 1 }, now).map(
        ({ kind }) => kind,
      ),
    )
    expect(kinds).toEqual([[], ['token_only_refused'], [], []])
    const others = [
      [10, 10],
      [9, 9],
      [9, 0],
    ] as const
    for (const [count, refusedInARow] of others) {
      expect(noticesOfRequest({ ...used, refusedInARow: count }, { refusedInARow }, now)).toEqual(
        [],
      )
    }
  })

  it('ends the notice if it succeeds after ten or more refusals', () => {
    const over = (count: number, refusedInARow: number) =>
      endedNotices({ id: 'tok_1', refusedInARow: count }, { refusedInARow })
    expect(over(10, 0)).toEqual(['token_only_refused:tok_1'])
    expect(over(30, 0)).toEqual(['token_only_refused:tok_1'])
    expect([...over(9, 0), ...over(10, 11), ...over(10, 10), ...over(0, 0)]).toEqual([])
  })

  it.each([
    ['was used 60 days before', { lastUsedAt: before(60 * day).toISOString() }, 1],
    ['was used a little later', { lastUsedAt: before(60 * day - 1).toISOString() }, 0],
    ['was used in the future', { lastUsedAt: after(day).toISOString() }, 0],
    ['was created 60 days before and never used', { createdAt: before(60 * day).toISOString() }, 1],
    ['was created a little later', { createdAt: before(60 * day - 1).toISOString() }, 0],
    [
      'is old and in use',
      { createdAt: before(900 * day).toISOString(), lastUsedAt: before(day).toISOString() },
      0,
    ],
  ])('creates a notice, or not, for a token that %s', (_, more, count) => {
    const notices = noticesOfRequest(token(more), { refusedInARow: 0 }, now)
    for (const stop of [
      { pausedAt: before(day).toISOString() },
      { expiresAt: now.toISOString() },
    ]) {
      expect(noticesOfRequest(token({ ...more, ...stop }), { refusedInARow: 0 }, now)).toEqual([])
    }
    expect(notices.map(({ kind }) => kind)).toEqual(count === 1 ? ['token_awake'] : [])
    if (count === 1) expect(notices[0]?.since).toBe(Object.values(more)[0])
  })

  it('creates notices whose ids contain the token', () => {
    const refusedOften = token({ refusedInARow: 9 })
    const about = { businessId: 'biz_1', tokenId: 'tok_1', at: now.toISOString() }
    expect(noticesOfRequest(refusedOften, { refusedInARow: 10 }, now)).toEqual([
      {
        ...about,
        id: 'token_awake:tok_1',
        kind: 'token_awake',
        since: refusedOften.createdAt,
      },
      { ...about, id: 'token_only_refused:tok_1', kind: 'token_only_refused', since: null },
    ])
    expect(requestNoticeIds('tok_1')).toEqual([
      'token_awake:tok_1',
      'token_only_refused:tok_1',
      'token_new_place:tok_1',
    ])
  })
})
