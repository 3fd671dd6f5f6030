import type { RequestLogEntry } from '../server/requestLog/requestLogEntry.ts'

/** The demo's world: where its data and its clock come from. */
export interface WorldRecord {
  id: 'world'
  scenario: string
  /** The time at which the world starts, by its own clock. */
  startsAt: string
  /** The system time at which the world started. Both clocks run at the same speed. */
  seededAt: string
  /** The seed of its random bytes, so that they are the same each time; null for the system's random bytes. */
  seed: string | null
  /** How many transactions have used random bytes. */
  draws: number
  /** The version of the application that created the initial data. Without it, the storage keeps no originals of them. */
  seededBy?: string
}

/** A stored log entry of a demo world, to show and to replay it. */
export interface RequestLogRecord extends RequestLogEntry {
  /** Counts up from 1. */
  id: number
  /** The headers that a replay needs, such as `If-Match` and `Idempotency-Key`. */
  headers: Readonly<Record<string, string>>
  /** The IP address that a request to the public API came from; null if unknown. Version 0.3.0 did not store it. */
  address?: string | null
  /** Which session the sender had, so that a replay gives each session its own; null if none. It cannot be used to log in. */
  session?: string | null
  /** The id of the created record, if any. */
  made: string | null
  /** The fault that the demo injected, as in a link; null if none. */
  fault: string | null
}
