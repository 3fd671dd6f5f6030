import { basePath } from '#src/api/basePath.ts'
import { type DemoLink, formatLink } from '#src/mock/demo/link.ts'
import { scenarioOf } from '#src/mock/scenarios/catalogue.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'

/** Finer keys that bring a scenario to the point that it is about. */
const finer: Partial<Record<ScenarioName, DemoLink>> = {
  // The help article begins where its reader is logged in.
  empty: { as: 'admin' },
}

/** Who is logged in where a scenario's link leads. */
export function personOf(name: ScenarioName): 'admin' | 'agent' | 'nobody' {
  return finer[name]?.as ?? scenarioOf(name).as
}

/** The address of a scenario, on its own page. */
export function scenarioAddress(name: ScenarioName, keys: DemoLink = {}): string {
  const link = formatLink({ scenario: name, ...finer[name], ...keys })
  return `${addressOf(scenarioOf(name).opens)}?${link}`
}

/** The address of one of the application's pages, wherever it is served. */
export function addressOf(path: string): string {
  return basePath() + path.replace(/^\//, '')
}
