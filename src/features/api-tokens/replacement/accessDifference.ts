import { featureValues } from '#src/api/generated/values.ts'

import type { Feature, Permission, Permissions } from '../token/tokenApi.ts'

/** A permission that one set has and the other lacks. */
export type Step = 'readAndChange' | 'change' | 'read'
type Steps = { step: Step; features: Feature[] }[]

const order: readonly Step[] = ['readAndChange', 'change', 'read']
const rank: Readonly<Record<Permission, number>> = { no_access: 0, read_only: 1, full_access: 2 }

/** Returns what an application gains and loses when its permissions change. */
export function accessDifference(
  before: Permissions,
  after: Permissions,
): { gains: Steps; loses: Steps } {
  return { gains: stepsUp(before, after), loses: stepsUp(after, before) }
}

function stepsUp(low: Permissions, high: Permissions): Steps {
  return order
    .map((step) => ({
      step,
      features: featureValues.filter((feature) => stepUp(low[feature], high[feature]) === step),
    }))
    .filter(({ features }) => features.length > 0)
}

function stepUp(low: Permission, high: Permission): Step | undefined {
  if (rank[high] <= rank[low]) return undefined
  if (low === 'read_only') return 'change'
  return high === 'full_access' ? 'readAndChange' : 'read'
}
