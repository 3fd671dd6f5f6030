/** The names of the scenarios. */
export const scenarioNames = [
  'empty',
  'tokens',
  'many',
  'starter',
  'agent-asks',
  'advice',
  'rules',
  'new-place',
  'just-connected',
  'refused',
  'leaked',
  'slow',
  'flaky',
  'offline',
  'storage-full',
  'conflict',
  'session-ends',
  'names',
] as const

export type ScenarioName = (typeof scenarioNames)[number]
