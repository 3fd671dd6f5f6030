import type { DemoControl } from '#src/mock/demo/demoControl.ts'
import type { RequestLogEntry } from '#src/mock/server/requestLog/requestLogEntry.ts'

import { failure } from '../failure.ts'
import { createFaultGuard } from '../guards/faultGuard.ts'

/**
 * Finds the faults of a test that have affected no call, as the Playwright kit does; also prepared answers and waiting calls.
 *
 * @param isAllowed whether the test allows a fault without effect, by its text.
 */
export function createUnusedFaults(isAllowed: (text: string) => boolean) {
  const exchanges: Pick<RequestLogEntry, 'operation'>[] = []
  const faults = createFaultGuard(exchanges, () => Promise.resolve())

  return {
    /** The requests of the test. */
    exchanges,
    /** Returns the controls with which a test sets faults. */
    async watch(control: DemoControl, link: string): Promise<DemoControl> {
      const watched = faults.watch(control, async () => (await control.state()).affectedCalls)
      await watched.opening(link)
      return watched.control
    },
    /** @throws Error that lists the faults without effect. */
    async check(): Promise<void> {
      const texts = (await faults.unused()).filter((text) => !isAllowed(text))
      if (texts.length === 0) return
      const hint = `If the test expects this, allow it with an option of startBackend or the mount: allow: { 'unused-faults': /part of the text/ }.`
      throw failure([...texts, hint].join('\n'))
    },
  }
}
