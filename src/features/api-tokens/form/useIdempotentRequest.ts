import { ref } from 'vue'

import { toApiError } from '#src/api/apiError.ts'

/**
 * Sends requests that must not take effect twice. The same body is always sent with the same Idempotency-Key, so that the user
 * can safely retry after a response was lost.
 */
export function useIdempotentRequest<Body extends object, Result>(
  send: (body: Body, idempotencyKey: string) => Promise<Result>,
) {
  const keys = new Map<string, string>()
  /** The bodies whose response was lost. It is unknown whether the service processed them. */
  const lostBodies: Body[] = []
  /** Whether the last response was lost. */
  const isOutcomeUnknown = ref(false)

  /** @throws ApiError */
  async function sendOnce(body: Body): Promise<Result> {
    const serialized = JSON.stringify(body)
    const idempotencyKey = keys.get(serialized) ?? newIdempotencyKey()
    keys.set(serialized, idempotencyKey)
    try {
      const result = await send(body, idempotencyKey)
      isOutcomeUnknown.value = false
      return result
    } catch (thrown) {
      isOutcomeUnknown.value = toApiError(thrown).isOutcomeUnknown
      if (isOutcomeUnknown.value) lostBodies.push(body)
      throw thrown
    }
  }

  return { sendOnce, isOutcomeUnknown, lostBodies }
}

// Not `crypto.randomUUID`: browsers offer it only on HTTPS and localhost.
function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
