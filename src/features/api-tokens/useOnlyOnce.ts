import { ref } from 'vue'

import { toApiError } from '#src/api/apiError.ts'

/**
 * Asks for something that there must never be twice: the same body is always sent with the same Idempotency-Key, also when an
 * answer was lost and the person tries again.
 */
export function useOnlyOnce<Body extends object, Answer>(
  send: (body: Body, idempotencyKey: string) => Promise<Answer>,
) {
  const keys = new Map<string, string>()
  /** What was asked for without an answer: nobody knows whether it was done. */
  const lost: Body[] = []
  /** The last answer was lost. */
  const outcomeIsUnknown = ref(false)

  /** @throws ApiError */
  async function ask(body: Body): Promise<Answer> {
    const text = JSON.stringify(body)
    const idempotencyKey = keys.get(text) ?? newIdempotencyKey()
    keys.set(text, idempotencyKey)
    try {
      const answer = await send(body, idempotencyKey)
      outcomeIsUnknown.value = false
      return answer
    } catch (thrown) {
      outcomeIsUnknown.value = toApiError(thrown).outcomeIsUnknown
      if (outcomeIsUnknown.value) lost.push(body)
      throw thrown
    }
  }

  return { ask, outcomeIsUnknown, lost }
}

// Not `crypto.randomUUID`, which browsers offer only where a page came over HTTPS or from localhost.
function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
