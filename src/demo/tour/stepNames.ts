/** The tours: their steps and their parts, in order. The parts of the tour `article` are the sections of the help article. */
const tours = {
  article: {
    steps: [
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
    ],
    parts: ['what', 'types', 'get', 'update', 'delete'],
  },
  leaked: {
    steps: [
      'leakedKey',
      'findKey',
      'replaceToken',
      'generateKey',
      'copyNewKey',
      'returnToList',
      'leakedKeyEnd',
    ],
    parts: ['find', 'replace', 'generate', 'copy', 'return'],
  },
} as const

export type TourName = keyof typeof tours
type Tour = (typeof tours)[TourName]
export type StepName = Tour['steps'][number]

/** A part of a tour, or what comes before or after all of them. */
export type Part = Tour['parts'][number] | 'start' | 'end'

/** The steps of the tour about the help article. */
export const articleSteps: readonly StepName[] = tours.article.steps

/** Returns the first step of a tour. */
export function firstStepOf(name: TourName): StepName {
  return tours[name].steps[0]
}

/** Returns the name of the tour that a step belongs to; undefined for a text that is no step. */
export function tourOfStep(step: string): TourName | undefined {
  if (tours.leaked.steps.some((name) => name === step)) return 'leaked'
  return tours.article.steps.some((name) => name === step) ? 'article' : undefined
}

/** Returns all steps of the tour that a step belongs to, in order. */
export function stepsAround(step: StepName): readonly StepName[] {
  return tours[tourOfStep(step) ?? 'article'].steps
}

/** Returns all parts of the tour that a step belongs to, in order. */
export function partsAround(step: StepName): readonly Part[] {
  return tours[tourOfStep(step) ?? 'article'].parts
}
