import { checkAllowed, isAllowed } from '../guards/findings.ts'

const guards = ['unused-faults', 'missing-pages'] as const
type Guard = (typeof guards)[number]

/** What a test may do although the kit takes it for a mistake: always, or if a text matches a pattern. */
export interface Allowances {
  /** Faults, prepared answers and waiting calls that affect no call. */
  'unused-faults'?: true | RegExp
  /** Addresses without a page. */
  'missing-pages'?: true | RegExp
}

/** Collects the allowances of a test. */
export function createAllowances() {
  const allowances: Allowances[] = []
  return {
    /** @throws Error if an allowance is not valid. */
    add(added: Allowances | undefined): void {
      if (added) allowances.push(checkAllowed(added, guards))
    },
    allows: (guard: Guard, text: string): boolean => isAllowed({ guard, text }, allowances),
  }
}
