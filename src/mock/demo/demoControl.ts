import type { ExchangeRecord } from '../domain/records.ts'
import type { ScenarioName } from '../scenarios/scenarioNames.ts'
import type { TableName } from '../storage/storage.ts'
import type { DemoFile } from './demoFile.ts'
import type { Fault } from './faults.ts'
import type { Person } from './link.ts'
import type { Difference } from './replay.ts'

export interface DemoState {
  scenario: ScenarioName
  /** The database that the backend's data are in. */
  world: string
  /** When the world's story begins. */
  startsAt: string
  /** What its randomness comes from; null where it comes from the machine. */
  seed: string | null
  /** Who is logged in in this tab, by e-mail, or `nobody`. */
  as: string
  /** This tab's time. */
  now: string
  /** Whether this tab has a clock of its own. */
  ownClock: boolean
  latency: number
  faults: readonly Fault[]
  transport: 'worker' | 'page' | 'node' | 'host'
  panel: boolean
}

export interface ViewChange {
  /** Whom to log in, in this tab alone: a role, an e-mail, or nobody. */
  as?: Person | (string & {})
  /** What the clock shows now; null for the world's own time. */
  now?: string | null
  /** How far to put the clock on, in milliseconds. */
  advance?: number
  latency?: number
  faults?: readonly Fault[]
  panel?: boolean
}

export interface SentRequest {
  /** As whom: a role or an e-mail. Nobody where it is left out. */
  as?: Person | (string & {})
  /** As an application, with this key. */
  key?: string
  method: string
  /** Path and query, such as `/api/tokens` or `/v1/whoami`. */
  path: string
  body?: unknown
  headers?: Record<string, string>
}

export interface SentAnswer {
  status: number
  headers: Record<string, string>
  /** Parsed where it is JSON; null where there is none. */
  body: unknown
}

/** One request and what became of it, as it is kept with its world. */
export type RecordedExchange = ExchangeRecord

/**
 * The demo's controls: what the panel, tests and any other tool talk to. Everything that goes in and comes out is plain JSON.
 * In a page it is `window.edeskDemo`, once `<html data-demo-ready>` is set.
 */
export interface DemoControl {
  readonly version: 1
  state(): Promise<DemoState>
  /**
   * Opens a link: its world as it begins, this tab as the link has it.
   *
   * @param link an address, or what stands in it after the `?`.
   * @throws DemoLinkError where a value is none, before anything was done.
   */
  open(link: string): Promise<DemoState>
  /** Brings the world back to its beginning, for every tab, and this tab back to its link. */
  reset(): Promise<DemoState>
  /** @throws Error where there is no such person, time or latency. */
  setView(change: ViewChange): Promise<DemoState>
  /** When the next token expires; null where none does. */
  nextExpiry(): Promise<string | null>
  /** What the backend was asked since the world began, oldest first, from this number on. */
  exchanges(from?: number): Promise<RecordedExchange[]>
  /**
   * Every record of a table.
   *
   * @throws Error where there is no such table.
   */
  records(table: TableName): Promise<unknown[]>
  /** Sends a request to the backend as somebody. It is never delayed and no fault strikes it. */
  send(request: SentRequest): Promise<SentAnswer>
  /**
   * The link that brings back what the backend holds now.
   *
   * @returns `exact: false` where ids or keys would be others (they were made without a seed), or where too much was done for a
   * link; then export it.
   */
  link(): Promise<{ link: string; exact: boolean }>
  export(): Promise<DemoFile>
  /** @throws Error in words, where it is no such file. */
  import(file: unknown): Promise<DemoState>
  /** Does again, apart from this demo, what a file recorded, and tells what came out differently. */
  replay(file: unknown): Promise<{ done: number; different: Difference[] }>
}
