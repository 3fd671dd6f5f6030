import { basePath } from '#src/api/basePath.ts'
import { type DemoLink, formatLink, type Person } from '#src/mock/demo/demoLink.ts'
import { scenarioOf } from '#src/mock/demo/scenarios.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'

/** Extra link parameters for scenarios whose link should start with something else than their defaults. */
const extraParameters: Partial<Record<ScenarioName, DemoLink & { as?: Person }>> = {
  // The help article starts with a logged-in user.
  empty: { as: 'admin' },
}

/** Returns who is logged in after a scenario's link was opened. */
export function defaultPersonOf(name: ScenarioName): Person {
  return extraParameters[name]?.as ?? scenarioOf(name).as
}

/** Returns the path and query that open a scenario on its first page. */
export function scenarioPath(name: ScenarioName, keys: DemoLink = {}): string {
  const link = formatLink({ scenario: name, ...extraParameters[name], ...keys })
  return `${withBasePath(scenarioOf(name).startPath)}?${link}`
}

/** Returns the path of a page of the application, including the base path. */
export function withBasePath(path: string): string {
  return basePath() + path.replace(/^\//, '')
}
