import type { Page } from '@playwright/test'

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

/** @throws Error if a matcher got something else than a page. */
export function assertPage(matcher: string, received: unknown): asserts received is Page {
  if (hasMethod(received, 'getByRole') && hasMethod(received, 'goto')) return
  throw new Error(`${matcher} needs a page: expect(page).${matcher}(…).`)
}

/** Whether an object has a method. Its class says nothing: a test may have another copy of Playwright. */
export function hasMethod<Name extends string>(
  received: unknown,
  name: Name,
): received is Record<Name, (...args: never[]) => unknown> {
  if (typeof received !== 'object' || received === null) return false
  return typeof Reflect.get(received, name) === 'function'
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
