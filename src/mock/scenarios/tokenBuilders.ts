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
}

const nothing = permissionsOf('custom', undefined)

/** A token as the product makes it, of the business on the Professional plan; its key is `keyOf` the scenario and its name. */
export function tokenOf(
  scenario: ScenarioName,
  { name, description, access, by }: WantedToken,
  at: Date,
): TokenRecord {
  const custom = typeof access === 'object'
  const wanted = custom
    ? { name, description, accessLevel: 'custom' as const, permissions: { ...nothing, ...access } }
    : { name, description, accessLevel: access }
  const token = makeToken(
    wanted,
    keyOf(scenario, name),
    { userId: by, businessId: northwindHome },
    { now: at, randomBytes: bytesFor(scenario, name) },
  )
  return { ...token, id: idOf(scenario, name) }
}

/** Times before a moment, in whole seconds. */
export function timesBefore(now: Date) {
  const moment = Math.floor(now.getTime() / 1000)
  const secondsAgo = (seconds: number) => new Date((moment - Math.round(seconds)) * 1000)
  return { secondsAgo, daysAgo: (days: number) => secondsAgo(days * 86_400) }
}
