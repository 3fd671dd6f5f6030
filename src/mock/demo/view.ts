import type { WorldRecord } from '../domain/records.ts'
import type { CallCounts, Fault } from './faults.ts'
import type { DemoLink } from './link.ts'

/** Where a tab keeps its view, and the browser the world that a tab was last in. */
export const viewKey = 'edesk-demo-view'
export const worldKey = 'edesk-demo-world'

/** What one tab has of a demo for itself. It is kept with the tab and survives a reload. */
export interface View {
  /** The link that the tab was opened with: what `reset` goes back to. */
  link: DemoLink
  /** Which world's database. */
  world: string
  /**
   * The tab's own session, or that nobody is logged in in it. Without it, the tab goes by the cookie that the browser's tabs
   * share, as it would with a real service.
   */
  own?: { cookie: string | null }
  /** The tab's own clock: what it showed, and the machine's time then, in milliseconds. */
  clock?: { shows: number; at: number }
  /** How much longer each answer takes, in milliseconds. */
  latency: number
  faults: readonly Fault[]
  counts: CallCounts
  transport: 'worker' | 'page'
  panel: boolean
}

/**
 * The time in a tab: by its own clock, or by the world's, which begins where the scenario does.
 *
 * @param machine the machine's time in milliseconds.
 */
export function timeIn(view: View, world: WorldRecord, machine: number): Date {
  if (view.clock) return new Date(view.clock.shows + machine - view.clock.at)
  return new Date(Date.parse(world.startsAt) + machine - Date.parse(world.seededAt))
}
