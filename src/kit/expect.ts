import { type Expect, expect as base } from '@playwright/test'

import { toBeRefusedAs } from './matchers/toBeRefusedAs.ts'
import { toBeRefusedFor } from './matchers/toBeRefusedFor.ts'
import { toFitViewportWidth } from './matchers/toFitViewportWidth.ts'
import { toHaveLeftNoTraceOf } from './matchers/toHaveLeftNoTraceOf.ts'
import { toHaveNoAccessibilityViolations } from './matchers/toHaveNoAccessibilityViolations.ts'
import { toListToken } from './matchers/toListToken.ts'

const matchers = {
  toBeRefusedAs,
  toBeRefusedFor,
  toFitViewportWidth,
  toHaveLeftNoTraceOf,
  toHaveNoAccessibilityViolations,
  toListToken,

  /** @deprecated Use `toFitViewportWidth`. */
  toFitItsWidth: toFitViewportWidth,
  /** @deprecated Use `toHaveNoAccessibilityViolations`. */
  toHaveNoAccessibilityFaults: toHaveNoAccessibilityViolations,
}

/** Playwright's `expect` with the matchers of this kit. */
export const expect: Expect<typeof matchers> = base.extend(matchers)
