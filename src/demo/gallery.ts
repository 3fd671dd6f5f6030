import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'

/** The groups of scenarios, in the gallery's order. */
export const gallery = [
  { group: 'start', scenarios: ['empty', 'tokens'] },
  { group: 'everyday', scenarios: ['just-connected', 'advice', 'rules', 'new-place', 'conflict'] },
  { group: 'incidents', scenarios: ['leaked', 'refused'] },
  { group: 'access', scenarios: ['starter', 'agent-asks'] },
  { group: 'errors', scenarios: ['slow', 'flaky', 'offline', 'storage-full', 'session-ends'] },
  { group: 'scale', scenarios: ['many', 'names'] },
] as const satisfies readonly { group: string; scenarios: readonly ScenarioName[] }[]

/** The scenarios that show the most, marked “Start here”. */
export const firstScenarios: readonly ScenarioName[] = ['tokens', 'leaked']

/** The parameters of a demo link, with example values. */
export const linkKeys = [
  { key: 'demo', values: 'tokens', effect: 'demo' },
  { key: 'demo.as', values: 'admin, agent, nobody', effect: 'as' },
  { key: 'demo.now', values: '2026-12-31T23:59:50Z', effect: 'now' },
  { key: 'demo.from', values: '203.0.113.7', effect: 'from' },
  { key: 'demo.latency', values: '2500', effect: 'latency' },
  { key: 'demo.fault', values: 'createToken:503@1, *:lost@always', effect: 'fault' },
  { key: 'demo.transport', values: 'worker, page', effect: 'transport' },
  { key: 'demo.lang', values: 'de, fr, ja', effect: 'lang' },
  { key: 'demo.panel', values: 'open', effect: 'panel' },
  { key: 'demo.tour', values: '1', effect: 'tour' },
] as const

/** Starts the guided tour on the log-in page. */
export const tourLink = '/?demo=empty&demo.tour=1'

/** Starts the tour about a leaked key. */
export const leakedTourLink = '/settings/api-tokens/found?demo=leaked&demo.tour=1'

/** An example of a link with a scenario, a person, a time and a fault. */
export const exampleLink =
  '/settings/api-tokens?demo=many&demo.as=agent&demo.now=2026-12-31T23:59:50Z&demo.fault=createToken:503@1'
