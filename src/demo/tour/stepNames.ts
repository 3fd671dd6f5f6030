/** The steps of the tour, in order. */
export const stepNames = [
  'welcome',
  'what',
  'types',
  'settings',
  'apiTokens',
  'add',
  'name',
  'description',
  'level',
  'features',
  'generate',
  'copy',
  'return',
  'open',
  'change',
  'save',
  'access',
  'back',
  'delete',
  'confirm',
  'end',
] as const

export type StepName = (typeof stepNames)[number]

/** The sections of the help article, in the tour's order. */
export const parts = ['what', 'types', 'get', 'update', 'delete'] as const

export type Part = (typeof parts)[number] | 'start' | 'end'
