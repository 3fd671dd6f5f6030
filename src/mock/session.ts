import { randomText, type RandomBytes } from './domain/random.ts'
import { sha256 } from './domain/sha256.ts'
import type { Actor } from './operation.ts'
import type { Reader, Writer } from './storage/storage.ts'

export const sessionCookie = 'edesk_session'

/** How long a session lasts, in seconds. */
const lifetime = 12 * 60 * 60
/** The same in milliseconds. */
export const sessionLifetime = lifetime * 1000

/** Who a session cookie belongs to; undefined where it belongs to nobody (any more). */
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

/** Begins a session and gives the `Set-Cookie` header for it. Only the hash of the cookie's value is kept. */
export async function beginSession(
  db: Writer,
  userId: string,
  now: Date,
  randomBytes: RandomBytes,
): Promise<string> {
  const value = randomText(32, randomBytes)
  const expiresAt = new Date(now.getTime() + sessionLifetime).toISOString()
  await db.put('sessions', { id: sha256(value), userId, expiresAt })
  return setCookie(value, lifetime)
}

/** The `Set-Cookie` header that takes the cookie away. */
export const endedCookie = setCookie('', 0)

// Not HttpOnly: a service worker's answer sets cookies as a script does. A real backend's must be HttpOnly and Secure.
function setCookie(value: string, seconds: number): string {
  return `${sessionCookie}=${value}; Path=/; SameSite=Strict; Max-Age=${seconds}`
}

/** What is kept of a password. The demo's passwords are published, so this need not be slow, as a real one's must be. */
export function hashPassword(userId: string, password: string): string {
  return sha256(`${userId}:${password}`)
}
