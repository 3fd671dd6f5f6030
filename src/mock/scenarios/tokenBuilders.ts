import { permissionsOf } from '../domain/access.ts'
import type { Permissions, TokenRecord } from '../domain/records.ts'
import { makeToken } from '../domain/token.ts'
import { idOf } from './demoIds.ts'
import { bytesFor, keyOf } from './demoKeys.ts'
import { northwindHome } from './northwindHome.ts'
import type { ScenarioName } from './scenarioNames.ts'

export const alex = 'usr_alex'
export const robin = 'usr_robin'

/** A level, or for Custom the features that are more than No Access. */
export type WantedAccess = 'read_only' | 'full_access' | Partial<Permissions>

export interface WantedToken {
  name: string
  description: string
  access: WantedAccess
  /** The Admin who generates it. */
  by: string
  /** How many days it lives; for ever where nothing is said. */
  lasts?: number
}

const nothing = permissionsOf('custom', undefined)

/** A token as the product makes it, of the business on the Professional plan; its key is `keyOf` the scenario and its name. */
export function tokenOf(
  scenario: ScenarioName,
  { name, description, access, by, lasts }: WantedToken,
  at: Date,
): TokenRecord {
  const custom = typeof access === 'object'
  const wanted = custom
    ? { accessLevel: 'custom' as const, permissions: { ...nothing, ...access } }
    : { accessLevel: access }
  const token = makeToken(
    { name, description, ...wanted, expiresAt: lasts ? daysAfter(at, lasts) : null },
    keyOf(scenario, name),
    { userId: by, businessId: northwindHome },
    { now: at, randomBytes: bytesFor(scenario, name) },
  )
  return { ...token, id: idOf(scenario, name) }
}

/** So many days of 24 hours later. */
function daysAfter(at: Date, days: number): string {
  return new Date(at.getTime() + days * 86_400_000).toISOString()
}

/** Times before a moment, in whole seconds. */
export function timesBefore(now: Date) {
  const moment = Math.floor(now.getTime() / 1000)
  const secondsAgo = (seconds: number) => new Date((moment - Math.round(seconds)) * 1000)
  return { secondsAgo, daysAgo: (days: number) => secondsAgo(days * 86_400) }
}
