import { createToken } from '../token/tokenApi.ts'
import { useIdempotentRequest } from '../form/useIdempotentRequest.ts'

/** Creates tokens. A retry never creates a second one. */
export function useTokenCreation() {
  const { ask: create, isOutcomeUnknown, lost } = useIdempotentRequest(createToken)

  /** Whether an earlier attempt may have created a token with this name, whose key was lost with the response. */
  function mayBeLost(name: string): boolean {
    return lost.some((body) => body.name === name)
  }

  return { create, isOutcomeUnknown, mayBeLost }
}
