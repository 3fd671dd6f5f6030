import { applicationOf, nameKey, oldKeyName } from '../domain/names.ts'
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

      const { description } = old
      const name = await nameOfNew(old, db)
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
        const oldName = await nameOfOld(old, name, db)
        const after = beingReplaced(old, oldName, { id: token.id, keepOldKey }, { userId, now })
        await db.put('tokens', after)
        await recordActivity(db, asking, 'replaced', { before: old, after })
      } else {
        await removeToken(db, asking, old, 'retired', token.id)
      }
      // Where the old one is gone, what is left of the one before it is what this one takes the place of.
      const made = kept ? token : { ...token, replacesId: old.replacesId }
      await db.put('tokens', made)
      await recordActivity(db, asking, 'created', { after: token, inPlaceOf: old })
      return made
    })
  },
}

/**
 * What the new one is called: as the application, also where the old one has been an old key before, whose new one was deleted
 * since; as the old one where somebody has the application's name by now.
 */
async function nameOfNew(old: TokenRecord, db: Reader): Promise<string> {
  const name = applicationOf(old)
  return (await isFree(name, old, db)) ? name : old.name
}

/** A name for the old one, other than the new one's, which may end alike. One that says already that its key is the old one can stay. */
async function nameOfOld(old: TokenRecord, newName: string, db: Reader): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const name = oldKeyName(newName, old.keyEnding, attempt)
    if (name !== newName && (await isFree(name, old, db))) return name
  }
}

/** Whether no other token of the business has a name. */
async function isFree(name: string, { id, businessId }: TokenRecord, db: Reader): Promise<boolean> {
  const [same] = await db.list('tokens', 'byName', { equals: [businessId, nameKey(name)] })
  return same === undefined || same.id === id
}
