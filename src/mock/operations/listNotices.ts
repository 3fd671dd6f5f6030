import type { components } from '#src/api/generated/schema.ts'
import { itemLimits } from '#src/api/generated/values.ts'

import type { Notice } from '../domain/notices.ts'
import type { Operation } from '../server/operation.ts'
import type { Reader } from '../domain/schema.ts'
import { deriveNotices } from './deriveNotices.ts'
import { noticeReadId } from './markNotices.ts'

export const listNotices: Operation<'listNotices', 'admin'> = {
  requires: 'admin',
  async run({ actor, db, now }) {
    const all = await deriveNotices(db, actor, now)
    const shown = all
      .slice(0, itemLimits.NoticeList.items)
      .map((notice) => toNotice(notice, actor.user.id, db))
    const items = await Promise.all(shown)
    const unread = items.filter(({ read }) => !read).length
    return { status: 200, body: { items, unread, total: all.length } }
  },
}

async function toNotice(
  { id, kind, at, person, token, action, count, expiresAt, since }: Notice,
  userId: string,
  db: Reader,
): Promise<components['schemas']['Notice']> {
  const read = (await db.get('noticeReads', noticeReadId(userId, id))) !== undefined
  const exists = token !== null && (await db.get('tokens', token.id)) !== undefined
  return {
    id,
    kind,
    at,
    read,
    person,
    token: token && { ...token, exists },
    action,
    count,
    expiresAt,
    since,
  }
}
