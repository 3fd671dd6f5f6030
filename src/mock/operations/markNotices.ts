import { msPerDay } from '#src/shared/time.ts'

import type { Operation } from '../server/operation.ts'
import type { Writer } from '../domain/schema.ts'
import { deriveNotices } from './deriveNotices.ts'

const year = 365 * msPerDay
const maxDeletions = 100

export const markNotices: Operation<'markNotices', 'admin'> = {
  requires: 'admin',
  async run({ actor, body, db, now }) {
    const userId = actor.user.id
    // Ignore ids of notices that no longer exist or never did.
    const existing = new Set((await deriveNotices(db, actor, now)).map(({ id }) => id))
    for (const id of body.ids.filter((requested) => existing.has(requested))) {
      const mark = noticeReadId(userId, id)
      if (body.read) await db.put('noticeReads', { id: mark, userId, at: now.toISOString() })
      else await db.delete('noticeReads', mark)
    }
    await deleteOldMarks(db, userId, now)
    return { status: 204 }
  },
}

/** Returns the id of the record that marks a notice as read by a user. */
export function noticeReadId(userId: string, noticeId: string): string {
  return `${userId} ${noticeId}`
}

/** Deletes marks that are older than a year: their notices, which last for weeks, no longer exist. */
async function deleteOldMarks(db: Writer, userId: string, now: Date): Promise<void> {
  const old = await db.list('noticeReads', 'byUser', {
    equals: [userId],
    to: new Date(now.getTime() - year).toISOString(),
    limit: maxDeletions,
  })
  for (const { id } of old) await db.delete('noticeReads', id)
}
