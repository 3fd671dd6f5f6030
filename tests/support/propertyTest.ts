import { timeFactor } from './timeFactor.ts'

/**
 * The options of a property test that sends requests: `describe('…', propertyTest, () => …)`. It starts hundreds of backends, so
 * the time limit of the other tests does not suit it.
 */
export const propertyTest = { timeout: 30_000 * timeFactor }

/** How many random cases a property test tries if each sends a few requests to a backend of its own: about a second's work. */
export const requestRuns = 300
