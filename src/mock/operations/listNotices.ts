import type { components } from '#src/api/generated/schema.ts'
import { itemLimits } from '#src/api/generated/values.ts'

import type { Notice } from '../domain/notices.ts'
import { tokenInactiveReason } from '../domain/tokenLifecycle.ts'
import { attemptsOf } from '../domain/tokenLifecycle.ts'
import type { Operation } from '../server/operation.ts'
import type { Reader } from '../domain/schema.ts'
import { toUnconfirmedPlaces } from '../server/records/serialize.ts'
import { deriveNotices } from './deriveNotices.ts'
import { noticeReadId } from './markNotices.ts'

export const listNotices: Operation<'listNotices', 'admin'> = {
  requires: 'admin',
  async run({ actor, db, now }) {
    const all = await deriveNotices(db, actor, now)
    const shown = all
      .slice(0, itemLimits.NoticeList.items)
      .map((notice) => toNotice(notice, actor.user.id, db, now))
    const items = await Promise.all(shown)
    const unread = items.filter(({ read }) => !read)
    const unreadActions = unread.filter(({ needsAction }) => needsAction).length
    const body = { items, unread: unread.length, unreadActions, total: all.length }
    return { status: 200, body }
  },
}

async function toNotice(
  { id, kind, needsAction, at, person, token, action, count, expiresAt, since }: Notice,
  userId: string,
  db: Reader,
  now: Date,
): Promise<components['schemas']['Notice']> {
  const read = (await db.get('noticeReads', noticeReadId(userId, id))) !== undefined
  const record = token === null ? undefined : await db.get('tokens', token.id)
  const isAboutStop = kind === 'token_expired' || action === 'paused'
  const isStopped = record !== undefined && tokenInactiveReason(record, now) !== undefined
  return {
    id,
    kind,
    needsAction,
    at,
    read,
    person,
    token: token && { ...token, exists: record !== undefined },
    action,
    count,
    expiresAt,
    since,
    attempts: isAboutStop && isStopped ? attemptsOf(record) : 0,
    unconfirmed: kind === 'token_new_place' && record ? toUnconfirmedPlaces(record) : null,
  }
}
