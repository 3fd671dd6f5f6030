import type { DemoContext } from './demoContext.ts'
import type { ViewChange } from './demoControl.ts'
import { type View, viewTime } from './view.ts'

/**
 * Returns a tab's clock after a change; undefined if it is the world's.
 *
 * @param machineNow the machine's time in milliseconds.
 * @throws Error if the time is not valid.
 */
export function changedClock(
  { view, world }: DemoContext,
  { now, advance = 0, clock }: ViewChange,
  machineNow: number,
): View['clock'] {
  if (now === null && advance === 0 && clock === undefined) return undefined
  const { clock: _before, ...onWorldClock } = view
  const start =
    typeof now === 'string'
      ? parseTime(now)
      : viewTime(now === null ? onWorldClock : view, world, machineNow).getTime()
  const shows = start + advance
  if (Number.isNaN(new Date(shows).getTime())) {
    throw new Error(`The time cannot be advanced by ${advance} milliseconds.`)
  }
  const isStill = clock === undefined ? view.clock?.still === true : clock === 'still'
  return { shows, at: machineNow, ...(isStill ? { still: true } : {}) }
}

/** @throws Error if the text is not a time. */
function parseTime(text: string): number {
  const milliseconds = Date.parse(text)
  if (Number.isNaN(milliseconds)) {
    throw new Error(`“${text}” is not a valid time. Example: 2026-12-31T23:59:50Z.`)
  }
  return milliseconds
}
