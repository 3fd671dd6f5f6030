import type { TokenRecord } from '../domain/records.ts'
import type { Operation } from '../operation.ts'

export const changeTokens: Operation<'changeTokens', 'token-admin'> = {
  who: 'token-admin',
  async run({ actor, body, db, now }) {
    const items: { id: string; result: 'done' | 'missing' }[] = []
    for (const id of body.ids) {
      const token = await db.get('tokens', id)
      if (!token || token.businessId !== actor.business.id) {
        items.push({ id, result: 'missing' })
        continue
      }
      if (body.action === 'delete') await db.delete('tokens', id)
      else if (token.pausedAt === null) await db.put('tokens', paused(token, now))
      items.push({ id, result: 'done' })
    }
    return { status: 200, body: { items } }
  },
}

function paused(token: TokenRecord, now: Date): TokenRecord {
  return { ...token, pausedAt: now.toISOString(), version: token.version + 1 }
}
