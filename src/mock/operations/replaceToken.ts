import { nameKey, oldKeyName } from '../domain/names.ts'
import type { TokenRecord } from '../domain/records.ts'
import { makeToken } from '../domain/token.ts'
import { beingReplaced } from '../domain/tokenLife.ts'
import type { Operation } from '../operation.ts'
import { Problem } from '../problem.ts'
import type { Reader } from '../storage/storage.ts'
import { createOnce } from './createOnce.ts'
import { findToken } from './findToken.ts'
import { faultsOfAccess, readExpiryField } from './readWanted.ts'
import { recordActivity } from './recordActivity.ts'
import { removeToken } from './removeToken.ts'

export const replaceToken: Operation<'replaceToken', 'token-admin'> = {
  who: 'token-admin',
  async run({ actor, path, header, body, db, now, randomBytes }) {
    const asking = { actor, db, now, randomBytes }
    const userId = actor.user.id
    const wanted = { replaces: path.tokenId, ...body }
    return createOnce(asking, header['Idempotency-Key'], wanted, async (key) => {
      const old = await findToken(db, actor, path.tokenId)
      if (old.replacedById !== null) throw new Problem('/problems/being-replaced')
      const { expiresAt, faults } = readExpiryField(body.expiresAt, now)
      const errors = [...faultsOfAccess(body), ...faults]
      if (errors.length > 0) throw new Problem('/problems/invalid-fields', { errors })

      const { name, description } = old
      const { accessLevel, permissions, keepOldKey } = body
      const token = makeToken(
        { name, description, accessLevel, permissions, expiresAt, replacesId: old.id },
        key,
        { userId, businessId: actor.business.id },
        asking,
      )
      const kept = keepOldKey !== 'none'
      // The name is free before the new token takes it.
      if (kept) {
        const oldName = await freeNameOfOld(old, db)
        const after = beingReplaced(old, oldName, { id: token.id, keepOldKey }, { userId, now })
        await db.put('tokens', after)
        await recordActivity(db, asking, 'replaced', { before: old, after })
      } else {
        await removeToken(db, asking, old, 'retired')
      }
      const made = kept ? token : { ...token, replacesId: null }
      await db.put('tokens', made)
      await recordActivity(db, asking, 'created', { after: token, inPlaceOf: old })
      return made
    })
  },
}

async function freeNameOfOld({ name, keyEnding, businessId }: TokenRecord, db: Reader) {
  for (let attempt = 1; ; attempt += 1) {
    const candidate = oldKeyName(name, keyEnding, attempt)
    if ((await db.count('tokens', 'byName', [businessId, nameKey(candidate)])) === 0) {
      return candidate
    }
  }
}
