import { describe, expect, it } from 'vitest'

import { changesBetween } from '#src/mock/domain/activity.ts'
import { applicationName, oldKeyName, parseDescription, parseName } from '#src/mock/domain/names.ts'
import { changeNotices } from '#src/mock/domain/notices.ts'
import type { ActivityRecord } from '#src/mock/domain/records.ts'
import { buildToken } from '#src/mock/domain/token.ts'
import { permissions } from '#src/kit/builders.ts'

const now = new Date('2026-11-24T09:00:00.000Z')

function entry(more: Partial<ActivityRecord>): ActivityRecord {
  return {
    id: 1,
    businessId: 'biz_1',
    at: now.toISOString(),
    byId: 'usr_2',
    byName: 'Robin',
    action: 'created',
    tokenId: 'tok_1',
    tokenName: 'ShipFast',
    keyEnding: 'abcd',
    changes: [],
    ...more,
  }
}

describe('a notice of a change', () => {
  const replaces = { field: 'replaces', before: null, after: 'tok_old' } as const

  it('reports a replacement only if the token replaces another one', () => {
    const actionOf = (more: Partial<ActivityRecord>) => changeNotices([entry(more)], now)[0]?.action
    expect(actionOf({ changes: [replaces] })).toBe('replaced')
    expect(actionOf({ action: 'changed', changes: [replaces] })).toBe('changed')
    expect(actionOf({ changes: [{ ...replaces, field: 'replaced_by' }] })).toBe('created')
    expect(actionOf({ changes: [{ ...replaces, after: null }] })).toBe('created')
  })

  it('also reports that another token was retired at the time of a replacement', () => {
    const other = entry({ id: 2, action: 'retired', tokenId: 'tok_other' })
    const notices = changeNotices([entry({ changes: [replaces] }), other], now)
    expect(notices.map(({ action }) => action)).toEqual(['replaced', 'retired'])
  })

  it('also reports that the old token was retired at another time', () => {
    const before = new Date(now.getTime() - 1).toISOString()
    const retired = entry({ id: 2, action: 'retired', tokenId: 'tok_old', at: before })
    const notices = changeNotices([entry({ changes: [replaces] }), retired], now)
    expect(notices.map(({ action }) => action)).toEqual(['replaced', 'retired'])
  })

  it('does not report that advice was dismissed or restored', () => {
    const entries = [entry({ action: 'advice_dismissed' }), entry({ action: 'advice_restored' })]
    expect(changeNotices(entries, now)).toEqual([])
  })
})

describe('the access of a token in its history', () => {
  it('lists each feature of Custom that it may use, and no others', () => {
    const input = { name: 'ShipFast', description: '', expiresAt: null }
    const chosen = permissions({ tickets: 'read_only', users: 'full_access' })
    const token = buildToken(
      { ...input, accessLevel: 'custom', permissions: chosen },
      'edesk_of_7Qx2',
      { userId: 'usr_1', businessId: 'biz_1' },
      { now, randomBytes: (count) => new Uint8Array(count) },
    )
    const access = changesBetween(undefined, token).find(({ field }) => field === 'access')
    expect(access?.after).toBe('custom tickets=read_only users=full_access')
  })
})

describe('the name of the application', () => {
  const application = (name: string) => applicationName({ name, keyEnding: '7Qx2' })

  it('is the name of its old token without the suffix, whatever its number', () => {
    expect(application(oldKeyName('ShipFast', '7Qx2', 12))).toBe('ShipFast')
  })

  it('is the whole name if the suffix is not at the end', () => {
    expect(application('ShipFast (old key …7Qx2) EU')).toBe('ShipFast (old key …7Qx2) EU')
    expect(application('ShipFast(old key …7Qx2)')).toBe('ShipFast(old key …7Qx2)')
  })
})

describe('an invalid text', () => {
  it('is reported for its control characters first', () => {
    expect(parseName('\u0007')).toEqual({ ok: false, code: 'control-characters' })
    expect(parseName(`${'x'.repeat(90)}\u0007`)).toEqual({ ok: false, code: 'control-characters' })
    const long = `${'x'.repeat(600)}\u0007`
    expect(parseDescription(long)).toEqual({ ok: false, code: 'control-characters' })
  })

  it('can be a description with half a surrogate pair', () => {
    expect(parseDescription('a\ud800')).toEqual({ ok: false, code: 'control-characters' })
  })
})
