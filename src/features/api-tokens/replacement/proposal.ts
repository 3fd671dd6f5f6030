import { accessLevelValues, featureValues, permissionValues } from '#src/api/generated/values.ts'
import { uniformPermissions } from '#src/shared/access.ts'

import { isTrackingParameter } from '../prefill/trackingParameters.ts'
import type { AccessLevel, Permissions } from '../token/tokenApi.ts'

/** What a URL proposes for a replacement. */
export interface Proposal {
  access: { level: AccessLevel; permissions: Permissions } | undefined
  /** The old key has leaked. */
  leaked: boolean
  /** The invalid parameters, which are ignored. */
  invalidParameters: string[]
}

type Query = Readonly<Record<string, string | null | readonly (string | null)[]>>

/**
 * Reads a proposal from a URL query: `level`, for Custom also features by name (`?level=custom&sales_orders=full_access`), and
 * `because=leaked`. Invalid parameters are ignored and reported. The function never guesses what they mean.
 */
export function parseProposal(query: Query): Proposal {
  const invalidParameters: string[] = []

  function read<Value extends string>(parameter: string, allowed: readonly Value[]) {
    const given = query[parameter]
    if (given === undefined) return undefined
    const value = allowed.find((candidate) => candidate === given)
    if (!value) invalidParameters.push(parameter)
    return value
  }

  const level = read('level', accessLevelValues)
  const because = read('because', ['leaked'])
  const permissions = uniformPermissions('no_access')
  for (const feature of featureValues) {
    const permission = read(feature, permissionValues)
    if (!permission) continue
    if (level === 'custom') permissions[feature] = permission
    else invalidParameters.push(feature)
  }
  const known: string[] = ['level', 'because', ...featureValues]
  const unknown = Object.keys(query).filter((parameter) => !known.includes(parameter))
  invalidParameters.push(...unknown.filter((parameter) => !isTrackingParameter(parameter)))
  return {
    access: level && { level, permissions },
    leaked: because === 'leaked',
    invalidParameters,
  }
}
