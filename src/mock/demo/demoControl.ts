import type { RequestLogRecord } from './records.ts'
import type { ScenarioName } from '../scenarios/scenarioNames.ts'
import type { DemoFile } from './demoFile.ts'
import type { Fault } from './faults.ts'
import type { PersonOrEmail } from './demoLink.ts'
import type { Difference } from './replay.ts'
import type { DemoTableName } from './schema.ts'

export interface DemoState {
  scenario: ScenarioName
  /** The world: the name of the database that holds the backend's data. */
  world: string
  /** The world's start time. */
  startsAt: string
  /** The seed of the world's random values; null if they come from the machine. */
  seed: string | null
  /** The email of this tab's user, or `nobody`. */
  as: string
  /** The current time of this tab. */
  now: string
  /** Whether this tab has its own clock. */
  ownClock: boolean
  /** Whether the clock of this tab runs by itself. */
  clock: 'running' | 'still'
  /** The IP address that this tab's requests come from; null for the one that its transport knows. */
  address: string | null
  latency: number
  faults: readonly Fault[]
  /**
   * How many calls of this tab each fault has affected since its page was loaded, by the fault's text in a link; also
   * prepared answers (`listTokens:answer`) and waiting calls (`listTokens:hold`).
   */
  affectedCalls: Readonly<Record<string, number>>
  /** The responses that replace those of the backend in this tab. */
  answers: readonly PreparedAnswer[]
  /** The operations whose calls wait in this tab. */
  held: readonly string[]
  transport: 'worker' | 'page' | 'node' | 'host'
  panel: boolean
}

/** A response that replaces the backend's response to each call of an operation. The operation does not run. */
export interface PreparedAnswer {
  operation: string
  status: number
  /** Sent as JSON. Without it, an error has the body of its API, and a success has none. */
  body?: unknown
  headers?: Readonly<Record<string, string>>
}

export interface ViewChange {
  /** The user to log in, in this tab only: a role, an email or `nobody`. */
  as?: PersonOrEmail
  /** The time to set the clock to; null for the world's time. */
  now?: string | null
  /** Advances the clock by this many milliseconds. */
  advance?: number
  /** Stops the clock, or lets it run on from its time. */
  clock?: 'running' | 'still'
  /** The IP address that the tab's requests come from; null for the one that its transport knows. */
  address?: string | null
  latency?: number
  faults?: readonly Fault[]
  answers?: readonly PreparedAnswer[]
  /** Calls of these operations wait until another change releases them. */
  held?: readonly string[]
  panel?: boolean
}

export interface SentRequest {
  /** The user who sends the request: a role or an email. Default: nobody. */
  as?: PersonOrEmail
  /** The API key to send the request with. */
  key?: string
  /** The IP address that it comes from. Default: the address of the tab or, with a key, that of the sample application. */
  address?: string
  method: string
  /** Path and query, such as `/api/tokens` or `/v1/whoami`. */
  path: string
  body?: unknown
  headers?: Record<string, string>
  /** Whether the request log gets the request. Default: true. */
  record?: boolean
}

/** A link to the current state; `reason` says what it does not restore. */
export type DemoLinkResult = { link: string } & (
  { exact: true; reason: null } | { exact: false; reason: string }
)

export interface SentResponse {
  status: number
  headers: Record<string, string>
  /** The parsed JSON body; null if there is none. */
  body: unknown
}

/**
 * Controls a demo. The demo panel, tests and other tools use this interface. All arguments and results are plain JSON. Pages
 * expose it as `window.edeskDemo`, which is ready when `<html data-demo-ready>` is set.
 */
export interface DemoControl {
  readonly version: 1
  state(): Promise<DemoState>
  /**
   * Opens a demo link: starts its world and applies its settings to this tab.
   *
   * @param link a URL or a query string.
   * @throws DemoLinkError if a value is invalid. Nothing changes in this case.
   */
  open(link: string): Promise<DemoState>
  /** Resets the world for all tabs, and this tab to its link. */
  reset(): Promise<DemoState>
  /** @throws Error that lists the valid names or values, if one is invalid. Nothing changes in this case. */
  setView(change: ViewChange): Promise<DemoState>
  /** Returns the expiry time of the token that expires next; null if none does. */
  nextExpiry(): Promise<string | null>
  /** Returns the recorded requests of the world from this number on, oldest first. */
  exchanges(from?: number): Promise<RequestLogRecord[]>
  /**
   * Returns all records of a table.
   *
   * @throws Error if the table does not exist.
   */
  records(table: DemoTableName): Promise<unknown[]>
  /** Sends a request to the backend as the given user. Latency and faults do not apply. */
  send(request: SentRequest): Promise<SentResponse>
  /**
   * Returns a link that restores the backend's current state and the tab's settings.
   *
   * @returns `exact: false` if the link cannot restore everything, with the `reason` in English. Use `export` in this case.
   */
  link(): Promise<DemoLinkResult>
  export(): Promise<DemoFile>
  /** @throws Error with a message for the user if the file is invalid. */
  import(file: unknown): Promise<DemoState>
  /** Replays the recorded requests of a file in a separate backend and reports the differences. */
  replay(file: unknown): Promise<{ done: number; different: Difference[] }>
}
