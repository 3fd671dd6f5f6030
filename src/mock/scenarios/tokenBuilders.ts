import { grantedPermissions } from '#src/shared/access.ts'
import { msPerDay } from '#src/shared/time.ts'

import type { Permissions, TokenRecord } from '../domain/records.ts'
import { buildToken } from '../domain/token.ts'
import { demoTokenId } from './demoIds.ts'
import { tokenRandomBytes, keyOf } from './demoKeys.ts'
import { northwindHome } from './northwindHome.ts'
import type { ScenarioName } from './scenarioNames.ts'

export const alex = 'usr_alex'
export const robin = 'usr_robin'

/** An access level or, for Custom, the features with more than No Access. */
export type DemoTokenAccess = 'read_only' | 'full_access' | Partial<Permissions>

export interface DemoTokenInput {
  name: string
  description: string
  access: DemoTokenAccess
  /** The Admin who creates the token. */
  by: string
  /** Lifetime in days; unlimited if omitted. */
  lifetimeDays?: number
}

/** Creates a token like the product does, for the business on the Professional plan. Its key is `keyOf(scenario, name)`. */
export function buildDemoToken(
  scenario: ScenarioName,
  { name, description, access, by, lifetimeDays }: DemoTokenInput,
  at: Date,
): TokenRecord {
  const custom = typeof access === 'object'
  const accessInput = custom
    ? { accessLevel: 'custom' as const, permissions: grantedPermissions('custom', access) }
    : { accessLevel: access }
  const token = buildToken(
    {
      name,
      description,
      ...accessInput,
      expiresAt: lifetimeDays ? daysAfter(at, lifetimeDays) : null,
    },
    keyOf(scenario, name),
    { userId: by, businessId: northwindHome },
    { now: at, randomBytes: tokenRandomBytes(scenario, name) },
  )
  return { ...token, id: demoTokenId(scenario, name) }
}

/** Adds days of 24 hours. */
function daysAfter(at: Date, days: number): string {
  return new Date(at.getTime() + days * msPerDay).toISOString()
}

/** Creates functions that return times before `now`, in whole seconds. */
export function timesBefore(now: Date) {
  const nowSeconds = Math.floor(now.getTime() / 1000)
  const secondsAgo = (seconds: number) => new Date((nowSeconds - Math.round(seconds)) * 1000)
  return { secondsAgo, daysAgo: (days: number) => secondsAgo(days * 86_400) }
}
