import { nameKey } from '#src/shared/nameKey.ts'

import { applicationName, oldKeyName } from '../domain/names.ts'
import type { TokenRecord } from '../domain/records.ts'
import { buildToken } from '../domain/token.ts'
import { withReplacement } from '../domain/tokenLifecycle.ts'
import type { Operation } from '../server/operation.ts'
import { Problem } from '../server/errors/problem.ts'
import type { Reader } from '../domain/schema.ts'
import { loadAddressParser, parseAddressesField } from './allowedAddresses.ts'
import { createIdempotently } from './createIdempotently.ts'
import { getOwned } from './getOwned.ts'
import { validateAccess, parseExpiryField } from './validateTokenInput.ts'
import { validateRules } from './validateRules.ts'
import { recordActivity } from '../server/records/recordActivity.ts'
import { removeToken } from './removeToken.ts'

export const replaceToken: Operation<'replaceToken', 'token-admin'> = {
  requires: 'token-admin',
  load: loadAddressParser,
  async run({ actor, path, header, body, db, now, randomBytes }) {
    const context = { actor, db, now, randomBytes }
    const userId = actor.user.id
    const input = { replaces: path.tokenId, ...body }
    return createIdempotently(context, header['Idempotency-Key'], input, async (key) => {
      const old = await getOwned(db, 'tokens', actor, path.tokenId)
      if (old.replacedById !== null) throw new Problem('/problems/being-replaced')
      const { expiresAt, errors: expiryErrors } = parseExpiryField(
        body.expiresAt,
        actor.business,
        now,
      )
      const { addresses, errors: addressErrors } = parseAddressesField(body.allowedAddresses)
      const allowedAddresses = addresses ?? old.allowedAddresses ?? []
      // A key that has leaked must be replaced at once: the description and the number of tokens stay as they are.
      const ruled = {
        accessLevel: body.accessLevel,
        ...(expiryErrors.length === 0 ? { expiresAt } : {}),
        ...(addressErrors.length === 0 ? { allowedAddresses } : {}),
      }
      const errors = [
        ...validateAccess(body),
        ...expiryErrors,
        ...addressErrors,
        ...validateRules(ruled, actor.business, now),
      ]
      if (errors.length > 0) throw new Problem('/problems/invalid-fields', { errors })

      const { description } = old
      const name = await newTokenName(old, db)
      const { accessLevel, permissions, keepOldKey } = body
      const token = buildToken(
        {
          name,
          description,
          accessLevel,
          permissions,
          expiresAt,
          allowedAddresses,
          replacesId: old.id,
        },
        key,
        { userId, businessId: actor.business.id },
        context,
      )
      const keepsOld = keepOldKey !== 'none'
      // Rename the old token before the new one takes its name: names are unique.
      if (keepsOld) {
        const oldName = await oldTokenName(old, name, db)
        const after = withReplacement(old, oldName, { id: token.id, keepOldKey }, { userId, now })
        await db.put('tokens', after)
        await recordActivity(db, context, 'replaced', { before: old, after })
      } else {
        await removeToken(db, context, old, 'retired', token.id)
      }
      // If the old token is deleted, the new one replaces the token that the old one replaced.
      const created = keepsOld ? token : { ...token, replacesId: old.replacesId }
      await db.put('tokens', created)
      await recordActivity(db, context, 'created', { after: token, replaced: old })
      return created
    })
  },
}

/**
 * Returns the name of the new token: the application's name, without the "(old key)" suffix of an earlier replacement. If another
 * token has that name by now, the new token takes over the old one's name.
 */
async function newTokenName(old: TokenRecord, db: Reader): Promise<string> {
  const name = applicationName(old)
  return (await isFree(name, old, db)) ? name : old.name
}

/** Returns a free name for the old token, other than the new one's. If it already has such a name, it may keep it. */
async function oldTokenName(old: TokenRecord, newName: string, db: Reader): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const name = oldKeyName(newName, old.keyEnding, attempt)
    if (name !== newName && (await isFree(name, old, db))) return name
  }
}

/** Whether no other token of the business has this name. */
async function isFree(name: string, { id, businessId }: TokenRecord, db: Reader): Promise<boolean> {
  const [same] = await db.list('tokens', 'byName', { equals: [businessId, nameKey(name)] })
  return same === undefined || same.id === id
}
