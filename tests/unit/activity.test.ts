import { describe, expect, it } from 'vitest'

import { withReplacedAccess, changesBetween } from '#src/mock/domain/activity.ts'

import { token } from '../support/tokenRecord.ts'

describe('the history of a change', () => {
  it('has the old and the new state, and no unchanged fields', () => {
    expect(changesBetween(token, { ...token, name: 'Fast', description: 'Ships' })).toEqual([
      { field: 'name', before: 'ShipFast', after: 'Fast' },
      { field: 'description', before: null, after: 'Ships' },
    ])
  })

  it('has all fields of a token that was created or deleted, with the features of Custom', () => {
    const custom = {
      ...token,
      accessLevel: 'custom' as const,
      permissions: { ...token.permissions, tickets: 'no_access', users: 'full_access' } as const,
    }
    const access = changesBetween(undefined, custom).find(({ field }) => field === 'access')
    expect(access?.after).toContain('custom sales_orders=read_only')
    expect(access?.after).toContain('users=full_access')
    expect(access?.after).not.toContain('tickets=')
    const gone = changesBetween(token, undefined)
    expect(gone).toEqual([
      { field: 'name', before: 'ShipFast', after: null },
      { field: 'access', before: 'read_only', after: null },
      { field: 'key_ending', before: token.keyEnding, after: null },
    ])
    expect(changesBetween(undefined, token)).toEqual(
      gone.map(({ field, before }) => ({ field, before: null, after: before })),
    )
  })

  it('includes the lifetime and the replacement links', () => {
    const [expiresAt, pausedAt] = ['2026-12-01T00:00:00.000Z', '2026-11-30T00:00:00.000Z']
    const other = { expiresAt, pausedAt, keyEnding: 'Xy9Z', replacedById: 'a', replacesId: 'b' }
    expect(changesBetween(token, { ...token, ...other })).toEqual([
      { field: 'expires_at', before: null, after: expiresAt },
      { field: 'paused_at', before: null, after: pausedAt },
      { field: 'key_ending', before: token.keyEnding, after: 'Xy9Z' },
      { field: 'replaced_by', before: null, after: 'a' },
      { field: 'replaces', before: null, after: 'b' },
    ])
  })

  it('includes, for a replacement, the previous access of the application', () => {
    const changes = changesBetween(undefined, token)
    const replaced = { ...token, accessLevel: 'full_access' } as const
    expect(withReplacedAccess(changes, replaced)).toEqual(
      changes.map((change) =>
        change.field === 'access' ? { ...change, before: 'full_access' } : change,
      ),
    )
    expect(withReplacedAccess(changes, undefined)).toEqual(changes)
  })

  it('never has the hash of a key', () => {
    expect(JSON.stringify(changesBetween(undefined, token))).not.toContain(token.keyHash)
  })
})
