import type { Actor, Operation } from '../server/operation.ts'
import { findOwned } from '../server/records/ownedRecords.ts'
import type { Writer } from '../domain/schema.ts'
import { applyPause } from './applyPause.ts'
import { removeToken } from './removeToken.ts'
import { applyResume } from './applyResume.ts'

export const changeTokens: Operation<'changeTokens', 'token-admin'> = {
  requires: 'token-admin',
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
  const token = await findOwned(db, 'tokens', by.actor.business.id, id)
  if (!token) return false
  if (action === 'delete') await removeToken(db, by, token, 'deleted')
  else if (action === 'pause') await applyPause(db, by, token)
  else await applyResume(db, by, token)
  return true
}
