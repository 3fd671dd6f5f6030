/** What Playwright gives a matcher as `this`. */
export interface MatcherState {
  isNot: boolean
}

/** What a matcher gives back. */
export interface Outcome {
  pass: boolean
  name: string
  message: () => string
}

/** Whether an expectation of Playwright's, which waits, comes true. */
export async function comesTrue(expectation: Promise<void>): Promise<boolean> {
  try {
    await expectation
    return true
  } catch {
    return false
  }
}
