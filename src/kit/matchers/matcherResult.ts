/** The `this` value of a matcher in Playwright. */
export interface MatcherState {
  isNot: boolean
}

/** The result of a matcher. */
export interface Outcome {
  pass: boolean
  name: string
  message: () => string
}

/** Returns whether an expectation of Playwright passes before its timeout. */
export async function eventuallyTrue(expectation: Promise<void>): Promise<boolean> {
  try {
    await expectation
    return true
  } catch {
    return false
  }
}
