import { expect } from '@playwright/test'

import { ShippingApp } from '../pages/shippingApp.ts'
import { TryIt } from '../pages/tryIt.ts'
import { eventuallyTrue, type MatcherState, type Outcome } from './matcherResult.ts'

/** A response of the public API, as `demo.backend.callWith` returns it. */
interface PublicResponse {
  status: number
  body: unknown
}

/** An object that can report a refusal of the public API: a response, or a part of a page that repeats its message. */
export type RefusalSource = ShippingApp | TryIt | PublicResponse

/** Waits until a page shows the expected refusal. Checks a response immediately, without waiting. */
export async function expectRefusal(
  { isNot }: MatcherState,
  received: RefusalSource,
  options: { timeout?: number },
  refusal: { name: string; matches(message: string): boolean; words: string },
): Promise<Outcome> {
  checkSource(refusal.name, received)
  let message = ''
  const check = async () => {
    message = await refusalMessage(received)
    return refusal.matches(message)
  }
  const asExpected = isPart(received)
    ? await eventuallyTrue(expect.poll(check, options).toBe(!isNot))
    : (await check()) !== isNot
  const subject = received instanceof ShippingApp ? 'the shipping application' : 'the request'
  return {
    pass: asExpected !== isNot,
    name: refusal.name,
    message: () =>
      `Expected ${subject} ${isNot ? 'not to be' : 'to be'} ${refusal.words}.\n` +
      (message ? `The response was: ${message}` : `It was not refused${answerOf(received)}.`),
  }
}

/** @throws Error if a matcher got something else than a response or a part of a page with one. */
function checkSource(matcher: string, received: unknown): asserts received is RefusalSource {
  if (isPart(received) || isResponse(received)) return
  throw new Error(
    `${matcher} needs shippingApp, tryIt or an awaited answer: await demo.backend.callWith(key, 'GET', '/v1/whoami').`,
  )
}

function isPart(received: unknown): received is ShippingApp | TryIt {
  return received instanceof ShippingApp || received instanceof TryIt
}

function isResponse(received: unknown): received is PublicResponse {
  if (typeof received !== 'object' || received === null) return false
  return 'status' in received && typeof received.status === 'number' && 'body' in received
}

function answerOf(received: RefusalSource): string {
  return isPart(received) ? '' : `: the status was ${received.status}`
}

/** The body of an error of the public API. */
function isPublicError(body: unknown): body is { error: { details: string } } {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false
  const { error } = body
  if (typeof error !== 'object' || error === null || !('details' in error)) return false
  return typeof error.details === 'string'
}

async function refusalMessage(received: RefusalSource): Promise<string> {
  if (received instanceof ShippingApp) return (await received.alert.allInnerTexts()).join(' ')
  if (received instanceof TryIt) return (await received.answer.allInnerTexts()).join(' ')
  const { status, body } = received
  if (![401, 403, 429].includes(status)) return ''
  return isPublicError(body) ? body.error.details : JSON.stringify(body)
}
