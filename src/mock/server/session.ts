import { limits } from '#src/api/generated/values.ts'
import { msPerHour } from '#src/shared/time.ts'

import { randomText, type RandomBytes } from '../domain/random.ts'
import { sha256 } from '../domain/sha256.ts'
import type { Actor } from './operation.ts'
import type { Reader, Writer } from '../domain/schema.ts'

export const sessionCookie = 'edesk_session'

/** How long a session lasts, in milliseconds. */
export const sessionLifetimeMs = limits.sessionHours * msPerHour

/** Finds the user of a session cookie; undefined if there is no such session, or it has expired. */
export async function findActor(
  db: Reader,
  cookie: string | undefined,
  now: Date,
): Promise<Actor | undefined> {
  if (!cookie) return undefined
  const session = await db.get('sessions', sha256(cookie))
  if (!session || Date.parse(session.expiresAt) <= now.getTime()) return undefined
  const user = await db.get('users', session.userId)
  const business = user && (await db.get('businesses', user.businessId))
  return user && business ? { user, business, sessionId: session.id } : undefined
}

/** Starts a session. Returns its `Set-Cookie` header; only the hash of the cookie's value is stored. */
export async function beginSession(
  db: Writer,
  userId: string,
  now: Date,
  randomBytes: RandomBytes,
): Promise<string> {
  const value = randomText(32, randomBytes)
  const expiresAt = new Date(now.getTime() + sessionLifetimeMs).toISOString()
  await db.put('sessions', { id: sha256(value), userId, expiresAt })
  return setCookie(value, sessionLifetimeMs / 1000)
}

/** The `Set-Cookie` header that removes the session cookie. */
export const clearedSessionCookie = setCookie('', 0)

// Not HttpOnly: a service worker sets cookies the way scripts do. A real backend's cookies must be HttpOnly and Secure.
function setCookie(value: string, seconds: number): string {
  return `${sessionCookie}=${value}; Path=/; SameSite=Strict; Max-Age=${seconds}`
}

/** Hashes a password. The demo's passwords are public, so a fast hash will do; a real backend needs a slow one. */
export function hashPassword(userId: string, password: string): string {
  return sha256(`${userId}:${password}`)
}
