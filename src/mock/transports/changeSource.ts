import type { Storage } from '../domain/schema.ts'
import { findActor, sessionCookie } from '../server/session.ts'

/** Announces changes of data inside of this process. */
export interface Announcements {
  announce: () => void
  /** Calls `listener` after each change. Returns a function that ends it. */
  subscribe: (listener: () => void) => () => void
}

/** Creates announcements that nobody follows yet. */
export function createAnnouncements(): Announcements {
  const listeners = new Set<() => void>()
  return {
    announce() {
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** The changes that a page can follow. */
export interface FollowedChanges extends Pick<Announcements, 'subscribe'> {
  /** Resolves with a name for the session of the page; undefined if nobody is logged in. */
  session: () => Promise<string | undefined>
}

/** Returns the changes that the page which sent a request can follow; undefined if it has to poll instead. */
export type ChangeSource = (
  request: Request,
  cookies: Readonly<Record<string, string>>,
) => FollowedChanges | undefined

/** Creates the source of a backend that all clients share. */
export function createChangeSource(
  storage: Storage,
  clock: { now(): Date },
  subscribe: Announcements['subscribe'],
): ChangeSource {
  return (_request, cookies) => ({
    subscribe,
    session: () =>
      storage.read(async (db) => {
        const actor = await findActor(db, cookies[sessionCookie], clock.now())
        return actor?.sessionId
      }),
  })
}
