import type { WorldRecord } from './records.ts'
import type { CallCounts, Fault } from './faults.ts'
import type { DemoLink } from './link.ts'

/** The storage keys of a tab's view (sessionStorage) and of the browser's last world (localStorage). */
export const viewKey = 'edesk-demo-view'
export const worldKey = 'edesk-demo-world'

/** The state of a demo in one tab. It survives a reload. */
export interface View {
  /** The link that the tab was opened with. `reset` restores it. */
  link: DemoLink
  /** The name of the world. */
  world: string
  /**
   * The tab's own session; its cookie is null if nobody is logged in. If undefined, the tab uses the cookie that all tabs share,
   * as with a real service.
   */
  own?: { cookie: string | null }
  /** The tab's own clock: the time it showed when it was set, and the machine's time then, in milliseconds. */
  clock?: { shows: number; at: number }
  /** Additional latency of each response, in milliseconds. */
  latency: number
  faults: readonly Fault[]
  counts: CallCounts
  transport: 'worker' | 'page'
  panel: boolean
}

/**
 * Returns the time of a tab: from its own clock, or from the world's clock, which starts at the world's start time.
 *
 * @param machine the machine's time in milliseconds.
 */
export function viewTime(view: View, world: WorldRecord, machine: number): Date {
  if (view.clock) return new Date(view.clock.shows + machine - view.clock.at)
  return new Date(Date.parse(world.startsAt) + machine - Date.parse(world.seededAt))
}
