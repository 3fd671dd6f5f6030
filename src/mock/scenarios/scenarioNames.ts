/** The situations that a demo can show, in the order in which the gallery lists them. */
export const scenarioNames = [
  'empty',
  'tokens',
  'many',
  'starter',
  'agent-asks',
  'just-connected',
  'refused',
  'slow',
  'flaky',
  'offline',
  'storage-full',
  'conflict',
  'session-ends',
  'names',
] as const

export type ScenarioName = (typeof scenarioNames)[number]
