import { createToken } from '../token/tokenApi.ts'
import { useIdempotentRequest } from '../form/useIdempotentRequest.ts'

/** Creates tokens. A retry never creates a second one. */
export function useTokenCreation() {
  const { sendOnce: create, isOutcomeUnknown, lostBodies } = useIdempotentRequest(createToken)

  /** Whether an earlier attempt may have created a token with this name, whose key was lost with the response. */
  function mayHaveLostKey(name: string): boolean {
    return lostBodies.some((body) => body.name === name)
  }

  return { create, isOutcomeUnknown, mayHaveLostKey }
}
