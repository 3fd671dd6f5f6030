import { type Fault, formatFault } from '#src/mock/demo/faults.ts'
import type { Person } from '#src/mock/demo/demoLink.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'

/** The initial state of a test. The scenario provides the values that are omitted. */
export interface Situation {
  /** Defaults to `empty`: no tokens, and nobody is logged in. */
  scenario?: ScenarioName
  /** Who is logged in: a role, an email address, or nobody. */
  as?: Person | (string & {})
  /** The time of the clock. It does not run: it changes only with `demo.setView({ now })` or `demo.setView({ advance })`. */
  now?: string | Date
  /** The additional latency of each response, in milliseconds. */
  latency?: number
  /** The faults to inject, as in a link, such as `createToken:503@1`, or as objects. */
  faults?: readonly (string | Fault)[]
}

/** Returns the demo link for a situation. It leaves out `as` if that is an email address, which links do not support. */
export function situationLink({
  scenario = 'empty',
  as,
  now,
  latency,
  faults = [],
}: Situation): string {
  const link = new URLSearchParams({ demo: scenario })
  if (as !== undefined && !as.includes('@')) link.set('demo.as', as)
  if (now !== undefined) link.set('demo.now', typeof now === 'string' ? now : now.toISOString())
  if (latency !== undefined) link.set('demo.latency', String(latency))
  for (const fault of faults) {
    link.append('demo.fault', typeof fault === 'string' ? fault : formatFault(fault))
  }
  return link.toString()
}
