import { describe, expect, it } from 'vitest'

import {
  changeNotices,
  inOrder,
  type Notice,
  requestNotice,
  storedNotice,
} from '#src/mock/domain/notices.ts'
import type { ActivityRecord, NoticeRecord } from '#src/mock/domain/records.ts'

import { emptyNotice, before, day, minute, now, token } from '../support/noticeTokens.ts'

let entries = 0

function entry(ago: number, more: Partial<ActivityRecord> = {}): ActivityRecord {
  entries += 1
  return {
    id: entries,
    businessId: 'biz_1',
    at: before(ago).toISOString(),
    byId: 'usr_2',
    byName: 'Robin',
    action: 'deleted',
    tokenId: `tok_${entries}`,
    tokenName: `Token ${entries}`,
    keyEnding: 'abcd',
    changes: [],
    ...more,
  }
}

describe("the notices of other people's changes", () => {
  it('combine repeated changes within minutes into one notice with a count', () => {
    const records = [0, 9 * minute, 18 * minute, 40 * minute].map((ago) => entry(ago))
    const notices = changeNotices(records, now)
    expect(notices.map(({ count, at, action }) => [count, at, action])).toEqual([
      [3, now.toISOString(), 'deleted'],
      [1, before(40 * minute).toISOString(), 'deleted'],
    ])
    expect(notices[0]?.token).toBeNull()
    expect(notices[1]?.token?.name).toBe(records[3]?.tokenName)
    expect(notices[0]?.id).toBe(`changes:${records[0]?.id}`)
  })

  it('combine changes with pauses of up to ten minutes', () => {
    const notices = changeNotices(
      [0, 10 * minute, 20 * minute + 1].map((ago) => entry(ago)),
      now,
    )
    expect(notices.map(({ count }) => count)).toEqual([2, 1])
    const back = changeNotices([entry(10 * minute), entry(0)], now)
    expect(back.map(({ count }) => count)).toEqual([2])
  })

  it('tell who did what to which token', () => {
    const record = entry(minute)
    expect(changeNotices([record], now)).toEqual([
      {
        ...emptyNotice,
        id: `changes:${record.id}`,
        kind: 'token_changes',
        at: record.at,
        person: { id: 'usr_2', name: 'Robin' },
        action: 'deleted',
        token: { id: record.tokenId, name: record.tokenName, keyEnding: 'abcd' },
      },
    ])
  })

  it('combine changes of one token into one notice of that token', () => {
    const same = { tokenId: 'tok_1', action: 'changed' } as const
    const notices = changeNotices([entry(0, same), entry(minute, same)], now)
    expect(notices.map(({ count, token: one }) => [count, one?.id])).toEqual([[1, 'tok_1']])
  })

  it('start a new notice after a different change', () => {
    const actions = ['deleted', 'paused', 'deleted'] as const
    const notices = changeNotices(
      actions.map((action) => entry(0, { action })),
      now,
    )
    expect(notices.map(({ action }) => action)).toEqual(actions)
  })

  it.each(['hour', 'none'])('show a replacement as one notice of the new token (%s)', (keep) => {
    const made = entry(0, {
      action: 'created',
      tokenId: 'tok_new',
      changes: [{ field: 'replaces', before: null, after: 'tok_old' }],
    })
    const old = entry(0, {
      action: keep === 'none' ? 'retired' : 'replaced',
      tokenId: 'tok_old',
    })
    const notices = changeNotices([made, old], now)
    expect(notices.map(({ action, token: one }) => [action, one?.id])).toEqual([
      ['replaced', 'tok_new'],
    ])
  })

  it('also show that an old token was paused at the same time', () => {
    const made = entry(0, {
      action: 'created',
      changes: [{ field: 'replaces', before: null, after: 'tok_old' }],
    })
    const paused = entry(0, { action: 'paused', tokenId: 'tok_old' })
    const notices = changeNotices([made, paused], now)
    expect(notices.map(({ action }) => action)).toEqual(['replaced', 'paused'])
  })

  it('show a later retirement, and a plain creation', () => {
    const made = entry(0, { action: 'created' })
    const retired = entry(minute, { action: 'retired' })
    expect(changeNotices([made, retired], now).map(({ action }) => action)).toEqual([
      'created',
      'retired',
    ])
    expect(changeNotices([entry(0, { action: 'key_renewed' })], now)).toEqual([])
  })

  it('cover 30 days, the newest twenty, and nothing in the future', () => {
    expect(changeNotices([entry(30 * day)], now)).toEqual([])
    expect(changeNotices([entry(30 * day - 1)], now)).toHaveLength(1)
    expect(changeNotices([entry(-1)], now)).toEqual([])
    const many = Array.from({ length: 30 }, (_, hour) => entry(hour * 60 * minute))
    const notices = changeNotices(many, now)
    expect(notices).toHaveLength(20)
    expect(notices[0]?.at).toBe(now.toISOString())
  })
})

/** Returns all permutations of some items. */
function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((first) =>
    ordersOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  )
}

describe('notices', () => {
  it('are sorted with those that need action first, then the newest, and stably', () => {
    const notice = (id: string, ago: number, needsAction = true): Notice => ({
      ...requestNotice(
        { id, businessId: '', userId: '', status: 'waiting', createdAt: before(ago).toISOString() },
        { id: '', businessId: '', name: '', email: '', role: 'agent', passwordHash: '', number: 1 },
      ),
      id,
      needsAction,
    })
    const all = [notice('b', 5), notice('c', 9), notice('a', 5), notice('e', 1, false)]
    for (const given of ordersOf(all)) {
      expect(inOrder(given).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'e'])
    }
  })

  it('about access requests tell who asks, and since when', () => {
    const at = now.toISOString()
    const request = { id: 'req_1', businessId: '', userId: 'usr_3', createdAt: at }
    const user = {
      id: 'usr_3',
      businessId: '',
      name: 'Kim',
      email: '',
      passwordHash: '',
      number: 1,
    }
    expect(requestNotice({ ...request, status: 'waiting' }, { ...user, role: 'agent' })).toEqual({
      ...emptyNotice,
      id: 'request:req_1',
      kind: 'access_request',
      needsAction: true,
      at,
      person: { id: 'usr_3', name: 'Kim' },
    })
  })

  it('about requests are shown for 30 days, under the current name', () => {
    const record = (ago: number): NoticeRecord => ({
      id: 'token_awake:tok_1',
      businessId: 'biz_1',
      kind: 'token_awake',
      tokenId: 'tok_1',
      at: before(ago).toISOString(),
      since: before(100 * day).toISOString(),
    })
    const renamed = token({ name: 'Renamed' })
    const [notice] = storedNotice(record(day), renamed, now)
    expect(notice).toEqual({
      ...emptyNotice,
      id: `token_awake:tok_1:${before(day).toISOString()}`,
      kind: 'token_awake',
      needsAction: true,
      at: before(day).toISOString(),
      since: before(100 * day).toISOString(),
      token: { id: 'tok_1', name: 'Renamed', keyEnding: renamed.keyEnding },
    })
    expect(notice?.id).not.toBe(storedNotice(record(2 * day), token(), now)[0]?.id)
    expect(storedNotice(record(30 * day), token(), now)).toEqual([])
    expect(storedNotice(record(-1), token(), now)).toEqual([])
  })

  it('about a failing token last until its first successful request, however long that takes', () => {
    const record: NoticeRecord = {
      id: 'token_only_refused:tok_1',
      businessId: 'biz_1',
      kind: 'token_only_refused',
      tokenId: 'tok_1',
      at: before(400 * day).toISOString(),
      since: null,
    }
    expect(storedNotice(record, token({ refusedInARow: 12 }), now)).toMatchObject([
      { kind: 'token_only_refused', needsAction: true },
    ])
    const stopped = [{ pausedAt: before(day).toISOString() }, { expiresAt: now.toISOString() }]
    for (const more of stopped) {
      expect(storedNotice(record, token({ refusedInARow: 12, ...more }), now)).toEqual([])
    }
    expect(storedNotice(record, token({ refusedInARow: 0 }), now)).toEqual([])
  })
})
