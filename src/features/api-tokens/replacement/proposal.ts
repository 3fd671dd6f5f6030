import { featureValues } from '#src/api/generated/values.ts'

import { type Query, readAccess, readOneOf } from '../prefill/accessParameters.ts'
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

const knownParameters: readonly string[] = ['level', 'because', ...featureValues]

/**
 * Reads a proposal from a URL query: the access, and `because=leaked`. Invalid parameters are ignored and reported. The function
 * never guesses what they mean.
 */
export function parseProposal(query: Query): Proposal {
  const invalidParameters: string[] = []
  const report = ({ parameter }: { parameter: string }): void => {
    invalidParameters.push(parameter)
  }
  // No value is allowed for a parameter that is repeated or has no value.
  const texts = new Map(
    Object.entries(query).map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  )

  const access = readAccess(texts, report)
  const because = readOneOf(texts, 'because', ['leaked'], report)
  const unknown = [...texts.keys()].filter((name) => !knownParameters.includes(name))
  invalidParameters.push(...unknown.filter((name) => !isTrackingParameter(name)))
  return { access, leaked: because === 'leaked', invalidParameters }
}
