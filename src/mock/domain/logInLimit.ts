import { limits } from '#src/api/generated/values.ts'

/** How long one wrong password counts, in milliseconds. */
const intervalMs = limits.logInRetrySeconds * 1000
const longestMs = limits.logInAttempts * intervalMs

/**
 * The limit on wrong passwords for an email address: `logInAttempts` at once, and one more every `logInRetrySeconds`. It is one
 * number, the time when no wrong password counts any more (generic cell rate algorithm).
 *
 * @param forgottenAt that time, ISO 8601; undefined if there were no wrong passwords.
 * @returns in how many seconds the next attempt is allowed; 0 if it is allowed now.
 */
export function secondsUntilAttempt(forgottenAt: string | undefined, now: Date): number {
  const excess = countingFor(forgottenAt, now) - (longestMs - intervalMs)
  return Math.max(0, Math.ceil(excess / 1000))
}

/** Returns the new time after another wrong password. */
export function afterWrongPassword(forgottenAt: string | undefined, now: Date): string {
  return new Date(now.getTime() + countingFor(forgottenAt, now) + intervalMs).toISOString()
}

/**
 * For how long wrong passwords still count, in milliseconds. If the clock was put back, not longer than they may; if it was put back
 * by more than that, not at all, so that nobody waits until the clock catches up.
 */
function countingFor(forgottenAt: string | undefined, now: Date): number {
  const remaining = forgottenAt === undefined ? 0 : Date.parse(forgottenAt) - now.getTime()
  return remaining > 2 * longestMs ? 0 : Math.min(Math.max(0, remaining), longestMs)
}
