import { describe, expect, it } from 'vitest'

import { expiryNotice, expiryWindow, recentRefusals } from '#src/mock/domain/notices.ts'
import type { TokenRecord } from '#src/mock/domain/records.ts'

import { after, emptyNotice, before, day, now, token } from '../support/noticeTokens.ts'

const expiring = (left: number, more: Partial<TokenRecord> = {}) =>
  token({ expiresAt: after(left).toISOString(), ...more })

it('requests to expired tokens of the last 30 days are searched for', () => {
  expect(recentRefusals(now)).toEqual({
    from: before(30 * day).toISOString(),
    to: now.toISOString(),
  })
})

describe('the notices of an expiring token', () => {
  it.each([
    [14 * day + 1, undefined],
    [14 * day, 14],
    [7 * day + 1, 14],
    [7 * day, 7],
    [day + 1, 7],
    [day, 1],
    [1, 1],
  ])('contain, %d milliseconds before the end, the notice for %s days', (left, days) => {
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
  ])('contain, %d milliseconds after the end, the notice %s', (ago, kind) => {
    const notice = expiryNotice(expiring(-ago), now)
    expect(notice?.kind).toBe(kind)
    expect(notice?.at).toBe(kind && before(ago).toISOString())
  })

  it('need action if the token was used in the last 60 days', () => {
    const needsAction = (lastUsedAt: string | null) =>
      expiryNotice(expiring(day, { lastUsedAt }), now)?.needsAction
    expect(needsAction(null)).toBe(false)
    expect(needsAction(before(60 * day).toISOString())).toBe(false)
    expect(needsAction(before(60 * day - 1).toISOString())).toBe(true)
  })

  it('need action after the end, and stay, while an application still tries to use the token', () => {
    const tried = (ago: number, attempts = 34) => ({
      attempts,
      lastRefusedAt: before(ago).toISOString(),
    })
    expect(expiryNotice(expiring(-day), now)?.needsAction).toBe(false)
    expect(expiryNotice(expiring(-day, tried(2 * day, 0)), now)?.needsAction).toBe(false)
    expect(expiryNotice(expiring(-day, tried(0)), now)?.needsAction).toBe(true)
    expect(expiryNotice(expiring(-400 * day, tried(30 * day - 1)), now)?.needsAction).toBe(true)
    expect(expiryNotice(expiring(-400 * day, tried(30 * day)), now)).toBeUndefined()
    expect(expiryNotice(expiring(-400 * day, tried(day, 0)), now)).toBeUndefined()
  })

  it('are empty if it never expires or is being replaced', () => {
    expect(expiryNotice(token(), now)).toBeUndefined()
    expect(expiryNotice(expiring(day, { replacedById: 'tok_2' }), now)).toBeUndefined()
    expect(expiryNotice(expiring(-day, { replacedById: 'tok_2' }), now)).toBeUndefined()
  })

  it('skip a threshold that had passed when the token was created', () => {
    const made = { createdAt: now.toISOString() }
    expect(expiryNotice(expiring(7 * day, made), now)).toBeUndefined()
    expect(expiryNotice(expiring(7 * day, made), after(5 * day))).toBeUndefined()
    expect(expiryNotice(expiring(7 * day, made), after(6 * day))?.at).toBe(
      after(6 * day).toISOString(),
    )
  })

  it('change when the lifetime is shortened, and only then', () => {
    const ids = [
      expiryNotice(expiring(6 * day), now),
      expiryNotice(expiring(6 * day), after(2 * day)),
      expiryNotice(expiring(5 * day), now),
    ].map((notice) => notice?.id)
    expect(ids[0]).toBe(ids[1])
    expect(ids[2]).not.toBe(ids[0])
  })

  it('contain the data of the token', () => {
    const [soon, gone] = [expiring(day), expiring(-day)]
    const about = ({ id, name, keyEnding, expiresAt }: TokenRecord) => ({
      ...emptyNotice,
      token: { id, name, keyEnding },
      expiresAt,
    })
    expect(expiryNotice(soon, now)).toMatchObject({ ...about(soon), kind: 'token_expiring' })
    expect(expiryNotice(gone, now)).toMatchObject({ ...about(gone), kind: 'token_expired' })
  })

  it('follow a clock that jumps forward and back', () => {
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

  it('are searched for only among tokens that can have one', () => {
    expect(expiryWindow(now)).toEqual({
      from: before(30 * day).toISOString(),
      to: after(14 * day).toISOString(),
    })
  })
})
