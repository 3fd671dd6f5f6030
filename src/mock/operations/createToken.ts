import { makeToken } from '../domain/token.ts'
import type { Operation } from '../operation.ts'
import { createOnce } from './createOnce.ts'
import { readTexts } from './readTexts.ts'
import { faultsOfAccess, readExpiryField } from './readWanted.ts'
import { recordActivity } from './recordActivity.ts'

export const createToken: Operation<'createToken', 'token-admin'> = {
  who: 'token-admin',
  async run({ actor, header, body, db, now, randomBytes }) {
    const context = { actor, db, now, randomBytes }
    const creator = { userId: actor.user.id, businessId: actor.business.id }
    return createOnce(context, header['Idempotency-Key'], body, async (key) => {
      const { expiresAt, faults } = readExpiryField(body.expiresAt, now)
      const errors = [...faultsOfAccess(body), ...faults]
      const { name = '', description = '' } = await readTexts(body, db, actor.business.id, errors)
      const { accessLevel, permissions } = body
      const token = makeToken(
        { name, description, accessLevel, permissions, expiresAt },
        key,
        creator,
        context,
      )
      await db.put('tokens', token)
      await recordActivity(db, context, 'created', { after: token })
      return token
    })
  },
}
