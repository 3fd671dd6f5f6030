import { type Fault, formatFault } from '#src/mock/demo/faults.ts'
import type { Person } from '#src/mock/demo/link.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'

/** The situation that a test begins in. What it does not name is as the scenario has it. */
export interface Situation {
  /** By default `empty`: the article's start, without a token and with nobody logged in. */
  scenario?: ScenarioName
  /** Who is logged in: a role, an e-mail, or nobody. */
  as?: Person | (string & {})
  /** What the clock shows. It stands still until `demo.setView({ now })` or `demo.setView({ advance })`. */
  now?: string | Date
  /** How much longer each answer takes, in milliseconds. */
  latency?: number
  /** What goes wrong, as in a link, such as `createToken:503@1`, or taken apart. */
  faults?: readonly (string | Fault)[]
}

/** The demo's link for a situation; an e-mail has no place in it. */
export function linkOf({ scenario = 'empty', as, now, latency, faults = [] }: Situation): string {
  const link = new URLSearchParams({ demo: scenario })
  if (as !== undefined && !as.includes('@')) link.set('demo.as', as)
  if (now !== undefined) link.set('demo.now', typeof now === 'string' ? now : now.toISOString())
  if (latency !== undefined) link.set('demo.latency', String(latency))
  for (const fault of faults) {
    link.append('demo.fault', typeof fault === 'string' ? fault : formatFault(fault))
  }
  return link.toString()
}
