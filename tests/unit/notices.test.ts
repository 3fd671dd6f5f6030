import { describe, expect, it } from 'vitest'

import {
  changeNotices,
  expiryNotice,
  expiryWindow,
  newestFirst,
  type Notice,
  requestNotice,
  storedNotice,
} from '#src/mock/domain/notices.ts'
import type { ActivityRecord, NoticeRecord, TokenRecord } from '#src/mock/domain/records.ts'
import {
  idsOfRequestNotices,
  noticesOfRequest,
  noticesOver,
  refusalsAfter,
} from '#src/mock/domain/requestNotices.ts'
import { makeToken } from '#src/mock/domain/token.ts'
import { generateKey } from '#src/mock/domain/tokenKey.ts'

const day = 86_400_000
const minute = 60_000
const now = new Date('2026-11-24T09:00:00.000Z')
const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
const after = (milliseconds: number) => before(-milliseconds)
const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))

function token(more: Partial<TokenRecord> = {}): TokenRecord {
  const made = makeToken(
    { name: 'ShipFast', description: '', accessLevel: 'read_only', expiresAt: null },
    generateKey(randomBytes),
    { userId: 'usr_1', businessId: 'biz_1' },
    { now: before(200 * day), randomBytes },
  )
  return { ...made, id: 'tok_1', ...more }
}

const expiring = (left: number, more: Partial<TokenRecord> = {}) =>
  token({ expiresAt: after(left).toISOString(), ...more })

describe('a token that expires', () => {
  it.each([
    [14 * day + 1, undefined],
    [14 * day, 14],
    [7 * day + 1, 14],
    [7 * day, 7],
    [day + 1, 7],
    [day, 1],
    [1, 1],
  ])('is told of with %d milliseconds left by the threshold of %s days', (left, days) => {
    const notice = expiryNotice(expiring(left), now)
    const expiresAt = after(left).toISOString()
    expect(notice?.id).toBe(days && `expiring:tok_1:${days}:${expiresAt}`)
    expect(notice?.at).toBe(days && after(left - days * day).toISOString())
    expect(notice?.kind).toBe(days && 'token_expiring')
  })

  it.each([
    [0, 'token_expired'],
    [30 * day - 1, 'token_expired'],
    [30 * day, undefined],
  ])('is told of %d milliseconds later as %s', (ago, kind) => {
    const notice = expiryNotice(expiring(-ago), now)
    expect(notice?.kind).toBe(kind)
    expect(notice?.at).toBe(kind && before(ago).toISOString())
  })

  it('is not told of where nobody has to do anything: it lives for ever, or is being replaced', () => {
    expect(expiryNotice(token(), now)).toBeUndefined()
    expect(expiryNotice(expiring(day, { replacedById: 'tok_2' }), now)).toBeUndefined()
    expect(expiryNotice(expiring(-day, { replacedById: 'tok_2' }), now)).toBeUndefined()
  })

  it('is told of at no threshold that it was made within', () => {
    const made = { createdAt: now.toISOString() }
    expect(expiryNotice(expiring(7 * day, made), now)).toBeUndefined()
    expect(expiryNotice(expiring(7 * day, made), after(5 * day))).toBeUndefined()
    expect(expiryNotice(expiring(7 * day, made), after(6 * day))?.at).toBe(
      after(6 * day).toISOString(),
    )
  })

  it('has another notice once its life is shorter, and the same for as long as it is the same', () => {
    const ids = [
      expiryNotice(expiring(6 * day), now),
      expiryNotice(expiring(6 * day), after(2 * day)),
      expiryNotice(expiring(5 * day), now),
    ].map((notice) => notice?.id)
    expect(ids[0]).toBe(ids[1])
    expect(ids[2]).not.toBe(ids[0])
  })

  it('is told with what it is about', () => {
    const [soon, gone] = [expiring(day), expiring(-day)]
    const about = ({ id, name, keyEnding, expiresAt }: TokenRecord) => ({
      ...bare,
      token: { id, name, keyEnding },
      expiresAt,
    })
    expect(expiryNotice(soon, now)).toMatchObject({ ...about(soon), kind: 'token_expiring' })
    expect(expiryNotice(gone, now)).toMatchObject({ ...about(gone), kind: 'token_expired' })
  })

  it('follows a clock that jumps, forward and back', () => {
    const one = expiring(20 * day)
    const kinds = [0, 13, 19.5, 25, 60, 13, 0].map((days) =>
      expiryNotice(one, after(days * day))
        ?.id.split(':')
        .slice(0, 3)
        .join(' '),
    )
    expect(kinds).toEqual([
      undefined,
      'expiring tok_1 7',
      'expiring tok_1 1',
      `expired tok_1 ${after(20 * day)
        .toISOString()
        .slice(0, 13)}`,
      undefined,
      'expiring tok_1 7',
      undefined,
    ])
  })

  it('is looked for where it can be', () => {
    expect(expiryWindow(now)).toEqual({
      from: before(30 * day).toISOString(),
      to: after(14 * day).toISOString(),
    })
  })
})

/** What a notice has of what it is not about. */
const bare = { person: null, token: null, action: null, count: 1, expiresAt: null, since: null }

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

describe('what somebody else has done', () => {
  it('over and over within minutes is one notice with a count of tokens', () => {
    const records = [0, 9 * minute, 18 * minute, 40 * minute].map((ago) => entry(ago))
    const told = changeNotices(records, now)
    expect(told.map(({ count, at, action }) => [count, at, action])).toEqual([
      [3, now.toISOString(), 'deleted'],
      [1, before(40 * minute).toISOString(), 'deleted'],
    ])
    expect(told[0]?.token).toBeNull()
    expect(told[1]?.token?.name).toBe(records[3]?.tokenName)
    expect(told[0]?.id).toBe(`changes:${records[0]?.id}`)
  })

  it('goes on for pauses of ten minutes, and not a millisecond longer', () => {
    const told = changeNotices(
      [0, 10 * minute, 20 * minute + 1].map((ago) => entry(ago)),
      now,
    )
    expect(told.map(({ count }) => count)).toEqual([2, 1])
    const back = changeNotices([entry(10 * minute), entry(0)], now)
    expect(back.map(({ count }) => count)).toEqual([2])
  })

  it('is told with who did what to which token', () => {
    const record = entry(minute)
    expect(changeNotices([record], now)).toEqual([
      {
        ...bare,
        id: `changes:${record.id}`,
        kind: 'token_changes',
        at: record.at,
        person: { id: 'usr_2', name: 'Robin' },
        action: 'deleted',
        token: { id: record.tokenId, name: record.tokenName, keyEnding: 'abcd' },
      },
    ])
  })

  it('to one token twice is one notice of that token', () => {
    const same = { tokenId: 'tok_1', action: 'changed' } as const
    const told = changeNotices([entry(0, same), entry(minute, same)], now)
    expect(told.map(({ count, token: one }) => [count, one?.id])).toEqual([[1, 'tok_1']])
  })

  it('is another notice for another thing done in between', () => {
    const actions = ['deleted', 'paused', 'deleted'] as const
    const told = changeNotices(
      actions.map((action) => entry(0, { action })),
      now,
    )
    expect(told.map(({ action }) => action)).toEqual(actions)
  })

  it.each(['hour', 'none'])('as a replacement is one notice, of the new token (%s)', (kept) => {
    const made = entry(0, {
      action: 'created',
      tokenId: 'tok_new',
      changes: [{ field: 'replaces', before: null, after: 'tok_old' }],
    })
    const old = entry(0, {
      action: kept === 'none' ? 'retired' : 'replaced',
      tokenId: 'tok_old',
    })
    const told = changeNotices([made, old], now)
    expect(told.map(({ action, token: one }) => [action, one?.id])).toEqual([
      ['replaced', 'tok_new'],
    ])
  })

  it('is told of an old token that was paused in the same moment', () => {
    const made = entry(0, {
      action: 'created',
      changes: [{ field: 'replaces', before: null, after: 'tok_old' }],
    })
    const paused = entry(0, { action: 'paused', tokenId: 'tok_old' })
    const told = changeNotices([made, paused], now)
    expect(told.map(({ action }) => action)).toEqual(['replaced', 'paused'])
  })

  it('is told where an old token is retired later, and where one is just made', () => {
    const made = entry(0, { action: 'created' })
    const retired = entry(minute, { action: 'retired' })
    expect(changeNotices([made, retired], now).map(({ action }) => action)).toEqual([
      'created',
      'retired',
    ])
    expect(changeNotices([entry(0, { action: 'key_renewed' })], now)).toEqual([])
  })

  it('is told for 30 days, the newest twenty, and never before it has happened', () => {
    expect(changeNotices([entry(30 * day)], now)).toEqual([])
    expect(changeNotices([entry(30 * day - 1)], now)).toHaveLength(1)
    expect(changeNotices([entry(-1)], now)).toEqual([])
    const many = Array.from({ length: 30 }, (_, hour) => entry(hour * 60 * minute))
    const told = changeNotices(many, now)
    expect(told).toHaveLength(20)
    expect(told[0]?.at).toBe(now.toISOString())
  })
})

/** All orders of some things. */
function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((first) =>
    ordersOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  )
}

describe('notices', () => {
  it('have the newest first, and keep their order at one time', () => {
    const notice = (id: string, ago: number): Notice => ({
      ...requestNotice(
        { id, businessId: '', userId: '', status: 'waiting', createdAt: before(ago).toISOString() },
        { id: '', businessId: '', name: '', email: '', role: 'agent', passwordHash: '', number: 1 },
      ),
      id,
    })
    const all = [notice('b', 5), notice('c', 9), notice('a', 5), notice('d', 1)]
    for (const given of ordersOf(all)) {
      expect(newestFirst(given).map(({ id }) => id)).toEqual(['d', 'a', 'b', 'c'])
    }
  })

  it('of who asks for access tell who it is, and since when', () => {
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
      ...bare,
      id: 'request:req_1',
      kind: 'access_request',
      at,
      person: { id: 'usr_3', name: 'Kim' },
    })
  })

  it('of what requests have shown are told for 30 days, under the present name', () => {
    const record = (ago: number): NoticeRecord => ({
      id: 'token_awake:tok_1',
      businessId: 'biz_1',
      kind: 'token_awake',
      tokenId: 'tok_1',
      at: before(ago).toISOString(),
      since: before(100 * day).toISOString(),
    })
    const renamed = token({ name: 'Renamed' })
    const [told] = storedNotice(record(day), renamed, now)
    expect(told).toEqual({
      ...bare,
      id: `token_awake:tok_1:${before(day).toISOString()}`,
      kind: 'token_awake',
      at: before(day).toISOString(),
      since: before(100 * day).toISOString(),
      token: { id: 'tok_1', name: 'Renamed', keyEnding: renamed.keyEnding },
    })
    expect(told?.id).not.toBe(storedNotice(record(2 * day), token(), now)[0]?.id)
    expect(storedNotice(record(30 * day), token(), now)).toEqual([])
    expect(storedNotice(record(-1), token(), now)).toEqual([])
  })

  it('of a token that is only refused are over with the first request that is carried out', () => {
    const record: NoticeRecord = {
      id: 'token_only_refused:tok_1',
      businessId: 'biz_1',
      kind: 'token_only_refused',
      tokenId: 'tok_1',
      at: now.toISOString(),
      since: null,
    }
    expect(storedNotice(record, token({ refusedInARow: 12 }), now)).toHaveLength(1)
    expect(storedNotice(record, token({ refusedInARow: 0 }), now)).toEqual([])
  })
})

describe('a request', () => {
  const refused = { outcome: 'refused', reason: 'access' } as const
  const limited = { outcome: 'refused', reason: 'rate_limit' } as const
  const wrong = { outcome: 'not_valid', reason: null } as const
  const answered = { outcome: 'answered', reason: null } as const

  it('counts as one more refusal, unless waiting is all that helps or it was wrong itself', () => {
    const counted = [answered, refused, refused, limited, wrong, refused, answered, refused]
    let refusedInARow = 0
    const counts = counted.map((request) => {
      refusedInARow = refusalsAfter({ refusedInARow }, request)
      return refusedInARow
    })
    expect(counts).toEqual([0, 1, 2, 2, 2, 3, 0, 1])
    for (const reason of ['expired', 'paused'] as const) {
      expect(refusalsAfter({ refusedInARow: 4 }, { outcome: 'refused', reason })).toBe(5)
    }
    expect(refusalsAfter({ refusedInARow: 4 }, { outcome: 'refused', reason: 'plan' })).toBe(4)
  })

  it('shows once that its token is only refused: at the tenth, not at a later one', () => {
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

  it('is the end of a notice only after ten refusals, once it is carried out', () => {
    const over = (count: number, refusedInARow: number) =>
      noticesOver({ id: 'tok_1', refusedInARow: count }, { refusedInARow })
    expect(over(10, 0)).toEqual(['token_only_refused:tok_1'])
    expect(over(30, 0)).toEqual(['token_only_refused:tok_1'])
    expect([...over(9, 0), ...over(10, 11), ...over(10, 10), ...over(0, 0)]).toEqual([])
  })

  it.each([
    ['was used 60 days before', { lastUsedAt: before(60 * day).toISOString() }, 1],
    ['was used a little later', { lastUsedAt: before(60 * day - 1).toISOString() }, 0],
    ['was used in what is the future now', { lastUsedAt: after(day).toISOString() }, 0],
    ['was made 60 days before and never used', { createdAt: before(60 * day).toISOString() }, 1],
    ['was made a little later', { createdAt: before(60 * day - 1).toISOString() }, 0],
    [
      'is old and in use',
      { createdAt: before(900 * day).toISOString(), lastUsedAt: before(day).toISOString() },
      0,
    ],
  ])('wakes up a token that %s, or does not', (_, more, count) => {
    const told = noticesOfRequest(token(more), { refusedInARow: 0 }, now)
    expect(told.map(({ kind }) => kind)).toEqual(count === 1 ? ['token_awake'] : [])
    if (count === 1) expect(told[0]?.since).toBe(Object.values(more)[0])
  })

  it('leaves notices that are known by its token', () => {
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
    expect(idsOfRequestNotices('tok_1')).toEqual(['token_awake:tok_1', 'token_only_refused:tok_1'])
  })
})
