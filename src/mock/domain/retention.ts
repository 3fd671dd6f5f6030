import { msPerDay } from '#src/shared/time.ts'

/** How long the backend keeps records that nobody needs for good. The activity is kept. */
export const retention = {
  /** A retry of a request that created a token finds the token for this long. */
  creationMs: msPerDay,
  requestMs: 90 * msPerDay,
  /** A token's log keeps its newest requests. */
  requestsPerToken: 1_000,
  /** The requests, the usage and the places of a deleted token. */
  deletedTokenMs: 30 * msPerDay,
} as const
