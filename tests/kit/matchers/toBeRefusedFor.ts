import { expect } from '@playwright/test'

import { type Feature, features } from '../access.ts'
import { ShippingApp } from '../pages/shippingApp.ts'
import { TryIt } from '../pages/tryIt.ts'
import { comesTrue, type MatcherState, type Outcome } from './outcome.ts'

/** An answer of the public API, as `demo.backend.callWith` gives it. */
interface PublicAnswer {
  status: number
  body: unknown
}

/**
 * Waits until the shipping application, or the answer in "Try it", says that the token has not the access that is needed to a
 * feature; an answer that a test holds says so at once.
 */
export async function toBeRefusedFor(
  this: MatcherState,
  received: ShippingApp | TryIt | PublicAnswer,
  feature: Feature,
  options: { timeout?: number } = {},
): Promise<Outcome> {
  let said = ''
  const look = async () => {
    said = await whatIsSaid(received)
    return featuresNamed(said).includes(feature)
  }
  const asExpected =
    received instanceof ShippingApp || received instanceof TryIt
      ? await comesTrue(expect.poll(look, options).toBe(!this.isNot))
      : (await look()) !== this.isNot
  const who = received instanceof ShippingApp ? 'The shipping application' : 'The request'
  return {
    pass: asExpected !== this.isNot,
    name: 'toBeRefusedFor',
    message: () =>
      `${who} was expected ${this.isNot ? 'not to be' : 'to be'} refused for want of access to ${feature}.\n` +
      (said ? `It was told: ${said}` : 'Nothing has refused it.'),
  }
}

async function whatIsSaid(received: ShippingApp | TryIt | PublicAnswer): Promise<string> {
  if (received instanceof ShippingApp) return (await received.alert.allInnerTexts()).join(' ')
  if (received instanceof TryIt) return (await received.answer.allInnerTexts()).join(' ')
  const { status, body } = received
  const { error } = (body ?? {}) as { error?: { details?: unknown } }
  const details = typeof error?.details === 'string' ? error.details : JSON.stringify(body)
  return status === 403 ? details : ''
}

/** "This needs Full Access to Messages.", "no access to Sales Orders": the features that a text says access is needed to. */
function featuresNamed(text: string): Feature[] {
  // The longest name that fits is the one that is meant.
  const names = [...features].sort((one, other) => other.length - one.length).join('|')
  const named = text.matchAll(new RegExp(`access to (${names})`, 'gi'))
  return [...named].map(([, name]) => name as Feature)
}
