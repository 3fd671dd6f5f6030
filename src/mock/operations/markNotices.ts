import type { Operation } from '../operation.ts'
import type { Writer } from '../storage/storage.ts'
import { gatherNotices } from './gatherNotices.ts'

const year = 365 * 86_400_000
const mostForgotten = 100

export const markNotices: Operation<'markNotices', 'admin'> = {
  who: 'admin',
  async run({ actor, body, db, now }) {
    const userId = actor.user.id
    // What is no notice any more needs no mark, and what never was one gets none.
    const known = new Set((await gatherNotices(db, actor, now)).map(({ id }) => id))
    for (const id of body.ids.filter((wanted) => known.has(wanted))) {
      const mark = noticeReadId(userId, id)
      if (body.read) await db.put('noticeReads', { id: mark, userId, at: now.toISOString() })
      else await db.delete('noticeReads', mark)
    }
    await forgetOldMarks(db, userId, now)
    return { status: 204 }
  },
}

/** What says that a person has read a notice. */
export function noticeReadId(userId: string, noticeId: string): string {
  return `${userId} ${noticeId}`
}

/** A mark outlives its notice, which is told for weeks: after a year there is nothing left that it could be of. */
async function forgetOldMarks(db: Writer, userId: string, now: Date): Promise<void> {
  const old = await db.list('noticeReads', 'byUser', {
    equals: [userId],
    to: new Date(now.getTime() - year).toISOString(),
    limit: mostForgotten,
  })
  for (const { id } of old) await db.delete('noticeReads', id)
}
