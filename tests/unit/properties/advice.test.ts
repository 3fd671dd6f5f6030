import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { featureValues, permissionValues } from '#src/api/generated/values.ts'
import { adviceOf, createAdviceClassifier } from '#src/mock/domain/advice.ts'
import { grantedPermissions } from '#src/shared/access.ts'
import { includesAccess } from '#src/shared/access.ts'
import type { Permissions } from '#src/mock/domain/records.ts'
import { afterRequest, statusOf } from '#src/mock/domain/tokenLifecycle.ts'
import { buildToken } from '#src/mock/domain/token.ts'
import { toTokenProjection } from '#src/mock/domain/tokenProjection.ts'
import { msPerDay } from '#src/shared/time.ts'

import { start } from './api.ts'

const daysAgo = (days: number) => new Date(start.getTime() - days * msPerDay)
const someDay = fc.integer({ min: 0, max: 200 })
const anyPermissions = fc.record(
  Object.fromEntries(
    featureValues.map((feature) => [feature, fc.constantFrom(...permissionValues)]),
  ) as Record<keyof Permissions, fc.Arbitrary<Permissions[keyof Permissions]>>,
)
const calls = [
  { operation: 'listSalesOrders', method: 'GET', feature: 'sales_orders', needs: 'read_only' },
  { operation: 'updateSalesOrder', method: 'PUT', feature: 'sales_orders', needs: 'full_access' },
  { operation: 'listTickets', method: 'GET', feature: 'tickets', needs: 'read_only' },
  { operation: 'createTicket', method: 'POST', feature: 'tickets', needs: 'full_access' },
  { operation: 'listTags', method: 'GET', feature: 'tag_items', needs: 'read_only' },
] as const

/** A token, and its calls over the days, with the outcome that the public API would record. */
const tokens = fc
  .record({
    chosen: anyPermissions,
    level: fc.constantFrom('custom' as const, 'read_only' as const, 'full_access' as const),
    made: someDay,
    requests: fc.array(fc.record({ call: fc.constantFrom(...calls), ago: someDay })),
    paused: fc.boolean(),
    expires: fc.option(fc.integer({ min: -30, max: 30 })),
  })
  .map(({ chosen, level, made, requests, paused, expires }) => {
    const permissions = grantedPermissions(level, chosen)
    let token = buildToken(
      {
        name: 'ShipFast',
        description: '',
        accessLevel: level,
        ...(level === 'custom' ? { permissions } : {}),
        expiresAt: expires === null ? null : daysAgo(-expires).toISOString(),
      },
      'edesk_of_nobody',
      { userId: 'usr_alex', businessId: 'biz_northwind' },
      { now: daysAgo(made), randomBytes: (count) => new Uint8Array(count) },
    )
    const done = requests
      .filter(({ ago }) => ago <= made)
      .sort((one, other) => other.ago - one.ago)
      .map(({ call, ago }) => ({ call, ago, answered: includesAccess(permissions, call) }))
    for (const { call, ago, answered } of done) {
      const at = daysAgo(ago).toISOString()
      const result = answered
        ? ({ outcome: 'answered', reason: null } as const)
        : ({ outcome: 'refused', reason: 'access' } as const)
      token = afterRequest(token, { at, ...call, ...result })
    }
    return { token: { ...token, pausedAt: paused ? daysAgo(0).toISOString() : null }, done }
  })

describe('advice', () => {
  it('always proposes less than the token may do', () => {
    fc.assert(
      fc.property(tokens, ({ token }) => {
        const advice = adviceOf(token, start)
        if (advice?.kind !== 'unused_permissions' || !advice.proposed) return
        const { proposed } = advice
        const height = { no_access: 0, read_only: 1, full_access: 2 }
        const steps = featureValues.map(
          (feature) => height[token.permissions[feature]] - height[proposed.permissions[feature]],
        )
        expect(Math.min(...steps)).toBeGreaterThanOrEqual(0)
        expect(Math.max(...steps)).toBeGreaterThan(0)
        expect(grantedPermissions(proposed.accessLevel, proposed.permissions)).toEqual(
          proposed.permissions,
        )
      }),
    )
  })

  it('keeps everything that the token did successfully in the last 60 days', () => {
    fc.assert(
      fc.property(tokens, ({ token, done }) => {
        const proposed = adviceOf(token, start)?.proposed
        if (!proposed) return
        const recent = done.filter(({ ago, answered }) => answered && ago < 60)
        for (const { call } of recent) expect(includesAccess(proposed.permissions, call)).toBe(true)
      }),
    )
  })

  it('is only given about tokens that work and are old enough, and matches their calls', () => {
    fc.assert(
      fc.property(tokens, ({ token, done }) => {
        const kind = adviceOf(token, start)?.kind
        // No rule is in force.
        if (!kind || kind === 'breaks_rule') return
        expect(['active', 'expiring_soon', 'failing']).toContain(statusOf(token, start))
        const isRefusedNow = kind === 'failing' && statusOf(token, start) === 'failing'
        const minAge = {
          failing: isRefusedNow ? 0 : 30,
          unused: 60,
          unused_permissions: 60,
          few_addresses: 60,
        }
        expect(ageInDays(token)).toBeGreaterThanOrEqual(minAge[kind])
        const since = (days: number) => done.filter(({ ago }) => ago < days)
        if (kind === 'unused') expect(since(60)).toEqual([])
        if (kind === 'failing' && !isRefusedNow) {
          expect(since(30).length).toBeGreaterThan(0)
          expect(since(30).some(({ answered }) => answered)).toBe(false)
        }
        if (kind === 'unused_permissions') {
          expect(since(60).length).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('is of the same kind for a row of the list and for the whole token', () => {
    fc.assert(
      fc.property(tokens, ({ token }) => {
        const kind = createAdviceClassifier(start, () => false)(toTokenProjection(token))
        expect(kind).toBe(adviceOf(token, start)?.kind)
      }),
    )
  })

  it('about too much access always has a change', () => {
    fc.assert(
      fc.property(tokens, ({ token }) => {
        const advice = adviceOf(token, start)
        if (advice?.kind === 'unused_permissions') expect(advice.changes).not.toEqual([])
      }),
    )
  })
})

function ageInDays({ createdAt }: { createdAt: string }): number {
  return (start.getTime() - Date.parse(createdAt)) / msPerDay
}
