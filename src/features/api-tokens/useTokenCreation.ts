import { createToken } from './tokenApi.ts'
import { useOnlyOnce } from './useOnlyOnce.ts'

/** Asks for a token so that there is never a second one. */
export function useTokenCreation() {
  const { ask: create, outcomeIsUnknown, lost } = useOnlyOnce(createToken)

  /** Whether an earlier attempt with this name may have made a token that nobody has the key of. */
  function mayBeLost(name: string): boolean {
    return lost.some((body) => body.name === name)
  }

  return { create, outcomeIsUnknown, mayBeLost }
}
