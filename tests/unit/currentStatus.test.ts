import { expect, it } from 'vitest'

import { currentStatus } from '#src/features/api-tokens/token/currentStatus.ts'
import { msPerDay } from '#src/shared/time.ts'

const expiresAt = '2026-11-24T09:00:00.000Z'
const before = (milliseconds: number) => new Date(Date.parse(expiresAt) - milliseconds)
const days = (count: number) => count * msPerDay

it('a token on an open page expires at exactly its time, whatever its status', () => {
  for (const status of ['active', 'expiring_soon', 'paused', 'being_replaced'] as const) {
    expect(currentStatus({ status, expiresAt }, before(0))).toBe('expired')
    expect(currentStatus({ status, expiresAt }, before(1))).not.toBe('expired')
  }
})

it('an active token expires soon from 14 days before; a paused one stays paused', () => {
  expect(currentStatus({ status: 'active', expiresAt }, before(days(14) + 1))).toBe('active')
  expect(currentStatus({ status: 'active', expiresAt }, before(days(14)))).toBe('expiring_soon')
  expect(currentStatus({ status: 'paused', expiresAt }, before(days(3)))).toBe('paused')
})

it('a token without expiry keeps its status', () => {
  expect(currentStatus({ status: 'active', expiresAt: null }, new Date('2100-01-01'))).toBe(
    'active',
  )
})
