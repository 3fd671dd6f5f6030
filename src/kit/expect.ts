import { type Expect, expect as base } from '@playwright/test'

import { toBeRefusedAs } from './matchers/toBeRefusedAs.ts'
import { toBeRefusedFor } from './matchers/toBeRefusedFor.ts'
import { toFitItsWidth } from './matchers/toFitItsWidth.ts'
import { toHaveLeftNoTraceOf } from './matchers/toHaveLeftNoTraceOf.ts'
import { toHaveNoAccessibilityFaults } from './matchers/toHaveNoAccessibilityFaults.ts'
import { toListToken } from './matchers/toListToken.ts'

const matchers = {
  toBeRefusedAs,
  toBeRefusedFor,
  toFitItsWidth,
  toHaveLeftNoTraceOf,
  toHaveNoAccessibilityFaults,
  toListToken,
}

/** Playwright's `expect` with the matchers of this kit. */
export const expect: Expect<typeof matchers> = base.extend(matchers)
