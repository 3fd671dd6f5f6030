import { type ScenarioName, scenarioNames } from '#src/mock/scenarios/scenarioNames.ts'

import { assertOneOf } from '../assertOneOf.ts'
import type { Situation as BaseSituation } from '../situation.ts'
import type { Demo, Situation } from './demo.ts'

/** A scenario of the reader's own: one of the demo's scenarios, other defaults, and what a test would prepare. */
export interface OwnScenario extends BaseSituation {
  /** The scenario that it continues. */
  scenario: ScenarioName
  /** Prepares the data, the clock and so on, before the test begins. */
  arrange?: (demo: Demo) => Promise<unknown>
}

export type OwnScenarios = Readonly<Record<string, OwnScenario>>

/**
 * Returns the situation of a test, with the defaults of its scenario if that is the reader's own.
 *
 * @throws Error that lists the scenarios, if there is none with this name.
 */
export function resolveScenario(
  scenario: string,
  situation: Omit<Situation, 'scenario'>,
  ownScenarios: OwnScenarios,
): Situation {
  const own = ownScenarios[scenario]
  assertOneOf('a scenario', scenario, [...scenarioNames, ...Object.keys(ownScenarios)])
  if (!own) return { ...situation, scenario: scenario as ScenarioName }
  const { arrange: _arrange, ...defaults } = own
  const given = Object.entries(situation).filter(([, value]) => value !== undefined)
  return { ...defaults, ...Object.fromEntries(given) }
}
