import { ref } from 'vue'

import { toApiError } from '#src/api/apiError.ts'

import { createToken, type NewToken } from './tokenApi.ts'

/**
 * Asks for a token so that there is never a second one: the same body is always sent with the same Idempotency-Key, also
 * when an answer was lost and the person tries again.
 */
export function useTokenCreation() {
  const keys = new Map<string, string>()
  const lostNames = new Set<string>()
  /** The last answer was lost: nobody knows whether there is a token. */
  const outcomeIsUnknown = ref(false)

  /** @throws ApiError */
  async function create(body: NewToken) {
    const text = JSON.stringify(body)
    const idempotencyKey = keys.get(text) ?? newIdempotencyKey()
    keys.set(text, idempotencyKey)
    try {
      const created = await createToken(body, idempotencyKey)
      outcomeIsUnknown.value = false
      return created
    } catch (thrown) {
      outcomeIsUnknown.value = toApiError(thrown).outcomeIsUnknown
      if (outcomeIsUnknown.value) lostNames.add(body.name)
      throw thrown
    }
  }

  /** Whether an earlier attempt with this name may have made a token that nobody has the key of. */
  function mayBeLost(name: string): boolean {
    return lostNames.has(name)
  }

  return { create, outcomeIsUnknown, mayBeLost }
}

// Not `crypto.randomUUID`, which browsers offer only where a page came over HTTPS or from localhost.
function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
