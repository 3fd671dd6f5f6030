import { expect } from '@playwright/test'

import { ShippingApp } from '../pages/shippingApp.ts'
import { TryIt } from '../pages/tryIt.ts'
import { comesTrue, type MatcherState, type Outcome } from './outcome.ts'

/** A response of the public API, as `demo.backend.callWith` returns it. */
interface PublicAnswer {
  status: number
  body: unknown
}

/** An object that can report a refusal of the public API: a response, or a part of a page that repeats its message. */
export type Refusable = ShippingApp | TryIt | PublicAnswer

/** Waits until a page shows the expected refusal. Checks a response immediately, without waiting. */
export async function tellRefusal(
  { isNot }: MatcherState,
  received: Refusable,
  options: { timeout?: number },
  refusal: { name: string; matches(message: string): boolean; words: string },
): Promise<Outcome> {
  let message = ''
  const check = async () => {
    message = await refusalMessage(received)
    return refusal.matches(message)
  }
  const asExpected =
    received instanceof ShippingApp || received instanceof TryIt
      ? await comesTrue(expect.poll(check, options).toBe(!isNot))
      : (await check()) !== isNot
  const subject = received instanceof ShippingApp ? 'The shipping application' : 'The request'
  return {
    pass: asExpected !== isNot,
    name: refusal.name,
    message: () =>
      `${subject} was expected ${isNot ? 'not to be' : 'to be'} ${refusal.words}.\n` +
      (message ? `It was told: ${message}` : 'Nothing has refused it.'),
  }
}

async function refusalMessage(received: Refusable): Promise<string> {
  if (received instanceof ShippingApp) return (await received.alert.allInnerTexts()).join(' ')
  if (received instanceof TryIt) return (await received.answer.allInnerTexts()).join(' ')
  const { status, body } = received
  const { error } = (body ?? {}) as { error?: { details?: unknown } }
  const details = typeof error?.details === 'string' ? error.details : JSON.stringify(body)
  return [401, 403, 429].includes(status) ? details : ''
}
