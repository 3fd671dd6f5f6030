import type { Language } from '#src/locales/languages.ts'
import type { Fault } from '#src/mock/demo/faults.ts'
import { formatLink, parseLink, type PersonOrEmail } from '#src/mock/demo/demoLink.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'

import { toFault } from './demo/demoFaults.ts'

/** The initial state of a test. The scenario provides the values that are omitted. */
export interface Situation {
  /** Defaults to `empty`: no tokens, and nobody is logged in. */
  scenario?: ScenarioName | undefined
  /** Who is logged in: a role, an email address, or nobody. */
  as?: PersonOrEmail | undefined
  /** The initial time of the clock. */
  now?: string | Date | undefined
  /** `still` if the clock does not run. */
  clock?: 'still' | undefined
  /** The IP address that the requests of the test come from. It is reserved for documentation, such as `203.0.113.7`. */
  address?: string | undefined
  /** The language of the page. Defaults to English. */
  lang?: Language | undefined
  /** The additional latency of each response, in milliseconds. */
  latency?: number | undefined
  /** The faults to inject, as in a link, such as `createToken:503@1`, or as objects. */
  faults?: readonly (string | Fault)[] | undefined
}

/**
 * Returns the demo link for a situation.
 *
 * @throws DemoLinkError if a value is invalid. The error lists the valid values.
 * @throws Error if a fault is invalid.
 */
export function situationLink({
  scenario,
  as,
  now,
  clock,
  address,
  lang,
  latency,
  faults,
  panel,
}: Situation & { panel?: boolean | undefined }): string {
  const link = formatLink({
    ...(scenario === undefined ? {} : { scenario }),
    ...(as === undefined ? {} : { as }),
    ...(now === undefined ? {} : { now: typeof now === 'string' ? now : now.toISOString() }),
    ...(clock === undefined ? {} : { clock }),
    ...(address === undefined ? {} : { from: address }),
    ...(lang === undefined ? {} : { lang }),
    ...(latency === undefined ? {} : { latency }),
    ...(faults === undefined ? {} : { faults: faults.map(toFault) }),
    ...(panel === undefined ? {} : { panel }),
  })
  parseLink(new URLSearchParams(link))
  return link
}
