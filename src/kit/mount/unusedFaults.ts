import type { DemoControl } from '#src/mock/demo/demoControl.ts'
import type { RequestLogEntry } from '#src/mock/server/requestLog/requestLogEntry.ts'

import { failure } from '../failure.ts'
import { createFaultGuard } from '../guards/faultGuard.ts'
import { type Allowed, checkAllowed, isAllowed } from '../guards/findings.ts'

/** The allowed faults without effect: all of them, or those whose text matches a pattern. */
export type AllowedFaults = Pick<Allowed, 'unused-faults'>

const guard = 'unused-faults'

/**
 * Finds the faults of a test that have affected no call, as the Playwright kit does; also prepared answers and waiting calls.
 *
 * @throws Error if the allowance is not valid.
 */
export function createUnusedFaults(allowed: AllowedFaults | undefined) {
  const exchanges: Pick<RequestLogEntry, 'operation'>[] = []
  const allowances: Allowed[] = []
  const faults = createFaultGuard(exchanges, () => Promise.resolve())
  allow(allowed)

  function allow(added: AllowedFaults | undefined): void {
    if (added) allowances.push(checkAllowed(added, [guard]))
  }

  return {
    /** The requests of the test. */
    exchanges,
    allow,
    /** Returns the controls with which a test sets faults. */
    async watch(control: DemoControl, link: string): Promise<DemoControl> {
      const watched = faults.watch(control, async () => (await control.state()).affectedCalls)
      await watched.opening(link)
      return watched.control
    },
    /** @throws Error that lists the faults without effect. */
    async check(): Promise<void> {
      const texts = (await faults.unused()).filter(
        (text) => !isAllowed({ guard, text }, allowances),
      )
      if (texts.length === 0) return
      const hint = `If the test expects this, allow it with an option of startBackend or the mount: allow: { '${guard}': /part of the text/ }.`
      throw failure([...texts, hint].join('\n'))
    },
  }
}
