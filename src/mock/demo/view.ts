import { type ScenarioName, scenarioNames } from '../scenarios/scenarioNames.ts'
import type { PreparedAnswer } from './demoControl.ts'
import type { WorldRecord } from './records.ts'
import { parseDemoAddress } from './parseDemoAddress.ts'
import { type CallCounts, checkFault, type Fault } from './faults.ts'
import { type DemoLink, formatLink, isLatency, parseLink } from './demoLink.ts'

/**
 * The storage keys of a tab's view (sessionStorage) and of the last active tab (localStorage). Each folder has its own: see
 * `scopedName`.
 */
export const viewKey = 'edesk-demo-view'
export const lastTabKey = 'edesk-demo-last-tab'

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
  /** The tab's own clock: the time it showed when it was set, and the machine's time then, in milliseconds. It may stand still. */
  clock?: { shows: number; at: number; still?: true }
  /** The IP address that the tab's requests come from; undefined for the one that its transport knows. */
  address?: string
  /** Additional latency of each response, in milliseconds. */
  latency: number
  faults: readonly Fault[]
  counts: CallCounts
  answers?: readonly PreparedAnswer[]
  held?: readonly string[]
  transport: 'worker' | 'page'
  panel: boolean
}

/** What a new tab without a link takes over from the tab that the user was last active in. */
export interface LastTab extends Pick<View, 'world' | 'own'> {
  scenario?: ScenarioName
}

/** Returns what a new tab takes over from a view. */
export function lastTabOf({ world, own, link: { scenario } }: View): LastTab {
  return { world, ...(own ? { own } : {}), ...(scenario ? { scenario } : {}) }
}

/** Parses a stored view. Returns undefined if it is not valid, for example because another version has stored it. */
export function parseView(text: string | null): View | undefined {
  const value = parseObject(text)
  if (!value) return undefined
  const {
    link,
    world,
    own,
    clock,
    address,
    latency,
    faults,
    counts,
    answers,
    held,
    transport,
    panel,
  } = value
  const isView =
    isLink(link) &&
    typeof world === 'string' &&
    isOwnSession(own) &&
    (clock === undefined || (isRecord(clock) && [clock.shows, clock.at].every(Number.isFinite))) &&
    isAddress(address) &&
    isLatency(latency) &&
    Array.isArray(faults) &&
    faults.every((fault) => checkFault(fault) !== undefined) &&
    isRecord(counts) &&
    Object.values(counts).every(Number.isInteger) &&
    (answers === undefined || (Array.isArray(answers) && answers.every(isPreparedAnswer))) &&
    (held === undefined ||
      (Array.isArray(held) && held.every((name) => typeof name === 'string'))) &&
    (transport === 'worker' || transport === 'page') &&
    typeof panel === 'boolean'
  return isView ? (value as unknown as View) : undefined
}

/** Parses the stored part of the last tab's view. Returns undefined if it is not valid. */
export function parseLastTab(text: string | null): LastTab | undefined {
  const { world, own, scenario } = parseObject(text) ?? {}
  if (typeof world !== 'string' || !isOwnSession(own)) return undefined
  const known = scenarioNames.find((name) => name === scenario)
  if (scenario !== undefined && !known) return undefined
  return { world, ...(own ? { own } : {}), ...(known ? { scenario: known } : {}) }
}

function parseObject(text: string | null): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isOwnSession(own: unknown): own is View['own'] {
  if (own === undefined) return true
  return isRecord(own) && (own.cookie === null || typeof own.cookie === 'string')
}

function isAddress(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && parseDemoAddress(value) === value)
}

/** A link is valid if it can be formatted and parsed again. */
function isLink(value: unknown): boolean {
  return isRecord(value) && succeeds(() => parseLink(new URLSearchParams(formatLink(value))))
}

function isPreparedAnswer(value: unknown): value is PreparedAnswer {
  if (!isRecord(value)) return false
  const { operation, status, headers = {} } = value
  return typeof operation === 'string' && Number.isInteger(status) && isRecord(headers)
}

function succeeds(attempt: () => unknown): boolean {
  try {
    return attempt() !== undefined
  } catch {
    return false
  }
}

/**
 * Returns the time of a tab: from its own clock, or from the world's clock, which starts at the world's start time.
 *
 * @param machine the machine's time in milliseconds.
 */
export function viewTime(view: View, world: WorldRecord, machine: number): Date {
  const { clock } = view
  if (clock) return new Date(clock.shows + (clock.still ? 0 : machine - clock.at))
  return new Date(Date.parse(world.startsAt) + machine - Date.parse(world.seededAt))
}
