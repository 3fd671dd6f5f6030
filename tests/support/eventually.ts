import { vi } from 'vitest'

import { timeFactor } from './timeFactor.ts'

/** Tries `check` again until it throws nothing, also on a busy machine. Returns its result. */
export function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { interval: 10, timeout: 4_000 * timeFactor })
}
