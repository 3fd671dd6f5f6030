import { accessLevelValues, featureValues, permissionValues } from '#src/api/generated/values.ts'

import { everyFeatureAt } from '../access.ts'
import type { AccessLevel, Permissions } from '../tokenApi.ts'

/** What a URL proposes for a replacement. */
export interface Proposal {
  access: { level: AccessLevel; permissions: Permissions } | undefined
  /** The old key has leaked. */
  leaked: boolean
  /** The invalid parameters, which are ignored. */
  misfits: string[]
}

type Query = Readonly<Record<string, string | null | readonly (string | null)[]>>

/**
 * Reads a proposal from a URL query: `level`, for Custom also features by name (`?level=custom&sales_orders=full_access`), and
 * `because=leaked`. Invalid parameters are ignored and reported. The function never guesses what they mean.
 */
export function readProposal(query: Query): Proposal {
  const misfits: string[] = []

  function read<Value extends string>(parameter: string, allowed: readonly Value[]) {
    const given = query[parameter]
    if (given === undefined) return undefined
    const value = allowed.find((candidate) => candidate === given)
    if (!value) misfits.push(parameter)
    return value
  }

  const level = read('level', accessLevelValues)
  const because = read('because', ['leaked'])
  const permissions = everyFeatureAt('no_access')
  for (const feature of featureValues) {
    const permission = read(feature, permissionValues)
    if (!permission) continue
    if (level === 'custom') permissions[feature] = permission
    else misfits.push(feature)
  }
  const known: string[] = ['level', 'because', ...featureValues]
  misfits.push(...Object.keys(query).filter((parameter) => !known.includes(parameter)))
  return { access: level && { level, permissions }, leaked: because === 'leaked', misfits }
}
