import { createToken } from './tokenApi.ts'
import { useOnlyOnce } from './useOnlyOnce.ts'

/** Creates tokens. A retry never creates a second one. */
export function useTokenCreation() {
  const { ask: create, outcomeIsUnknown, lost } = useOnlyOnce(createToken)

  /** Whether an earlier attempt may have created a token with this name, whose key was lost with the response. */
  function mayBeLost(name: string): boolean {
    return lost.some((body) => body.name === name)
  }

  return { create, outcomeIsUnknown, mayBeLost }
}
