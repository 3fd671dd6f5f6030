import type { Actor, Operation } from '../operation.ts'
import type { Writer } from '../storage/storage.ts'
import { pauseOne } from './pauseOne.ts'
import { removeToken } from './removeToken.ts'
import { resumeOne } from './resumeOne.ts'

export const changeTokens: Operation<'changeTokens', 'token-admin'> = {
  who: 'token-admin',
  async run({ actor, body, db, now }) {
    const items: { id: string; result: 'done' | 'missing' }[] = []
    for (const id of body.ids) {
      const found = await changeOne(db, { actor, now }, body.action, id)
      items.push({ id, result: found ? 'done' : 'missing' })
    }
    return { status: 200, body: { items } }
  },
}

/** Returns false if the business has no such token. */
async function changeOne(
  db: Writer,
  by: { actor: Actor; now: Date },
  action: 'delete' | 'pause' | 'resume',
  id: string,
): Promise<boolean> {
  const token = await db.get('tokens', id)
  if (!token || token.businessId !== by.actor.business.id) return false
  if (action === 'delete') await removeToken(db, by, token, 'deleted')
  else if (action === 'pause') await pauseOne(db, by, token)
  else await resumeOne(db, by, token)
  return true
}
