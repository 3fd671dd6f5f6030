import type { MatcherState, Outcome } from './outcome.ts'
import { type Refusable, tellRefusal } from './refusal.ts'

/** What the public API says where a key does not work, whatever is asked for with it. */
const said = {
  expired: 'The token has expired.',
  paused: 'The token is paused.',
  unknown: 'Invalid token.',
  plan: 'API tokens need the Professional plan or higher',
  rate_limit: 'Out of quota',
} as const
/** Why a key does not work: `unknown` is one that was mistyped, or whose token was deleted. */
export type RefusalOfKey = keyof typeof said

/**
 * Waits until the shipping application, or the answer in "Try it", says why the key does not work; an answer that a test holds
 * says so at once.
 */
export function toBeRefusedAs(
  this: MatcherState,
  received: Refusable,
  reason: RefusalOfKey,
  options: { timeout?: number } = {},
): Promise<Outcome> {
  return tellRefusal(this, received, options, {
    name: 'toBeRefusedAs',
    isMeant: (words) => words.includes(said[reason]),
    words: `refused as "${reason}"`,
  })
}
