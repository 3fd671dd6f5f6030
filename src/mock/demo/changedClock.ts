import type { DemoContext, DemoEnvironment } from './demoContext.ts'
import type { ViewChange } from './demoControl.ts'
import { type View, viewTime } from './view.ts'

/**
 * Returns a tab's clock after a change; undefined if it is the world's.
 *
 * @throws Error if the time is not valid, or if the clock cannot run.
 */
export function changedClock(
  { view, world }: DemoContext,
  { now, advance = 0, clock }: ViewChange,
  machine: DemoEnvironment['machine'],
): View['clock'] {
  if (clock === 'running' && machine.isStill) {
    throw new Error('This clock never runs by itself. Set it with now, or move it with advance.')
  }
  const machineNow = machine.now()
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
