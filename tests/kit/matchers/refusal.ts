import { expect } from '@playwright/test'

import { ShippingApp } from '../pages/shippingApp.ts'
import { TryIt } from '../pages/tryIt.ts'
import { comesTrue, type MatcherState, type Outcome } from './outcome.ts'

/** An answer of the public API, as `demo.backend.callWith` gives it. */
interface PublicAnswer {
  status: number
  body: unknown
}

/** What tells that the public API has refused a request: both pages repeat what it said. */
export type Refusable = ShippingApp | TryIt | PublicAnswer

/** Waits until a page tells of the refusal that is meant; an answer that a test holds tells it at once, or not. */
export async function tellRefusal(
  { isNot }: MatcherState,
  received: Refusable,
  options: { timeout?: number },
  refusal: { name: string; isMeant(said: string): boolean; words: string },
): Promise<Outcome> {
  let said = ''
  const look = async () => {
    said = await whatIsSaid(received)
    return refusal.isMeant(said)
  }
  const asExpected =
    received instanceof ShippingApp || received instanceof TryIt
      ? await comesTrue(expect.poll(look, options).toBe(!isNot))
      : (await look()) !== isNot
  const who = received instanceof ShippingApp ? 'The shipping application' : 'The request'
  return {
    pass: asExpected !== isNot,
    name: refusal.name,
    message: () =>
      `${who} was expected ${isNot ? 'not to be' : 'to be'} ${refusal.words}.\n` +
      (said ? `It was told: ${said}` : 'Nothing has refused it.'),
  }
}

async function whatIsSaid(received: Refusable): Promise<string> {
  if (received instanceof ShippingApp) return (await received.alert.allInnerTexts()).join(' ')
  if (received instanceof TryIt) return (await received.answer.allInnerTexts()).join(' ')
  const { status, body } = received
  const { error } = (body ?? {}) as { error?: { details?: unknown } }
  const details = typeof error?.details === 'string' ? error.details : JSON.stringify(body)
  return [401, 403, 429].includes(status) ? details : ''
}
