import { buildToken } from '../domain/token.ts'
import type { Operation } from '../server/operation.ts'
import { createIdempotently } from './createIdempotently.ts'
import { loadAddressParser, parseAddressesField } from './allowedAddresses.ts'
import { parseTexts } from './parseTexts.ts'
import { validateAccess, parseExpiryField } from './validateTokenInput.ts'
import { assertRoom, validateRules } from './validateRules.ts'
import { recordActivity } from '../server/records/recordActivity.ts'

export const createToken: Operation<'createToken', 'token-admin'> = {
  requires: 'token-admin',
  load: loadAddressParser,
  async run({ actor, header, body, db, now, randomBytes }) {
    const context = { actor, db, now, randomBytes }
    const creator = { userId: actor.user.id, businessId: actor.business.id }
    return createIdempotently(context, header['Idempotency-Key'], body, async (key) => {
      await assertRoom(db, actor, now)
      const { business } = actor
      const { expiresAt, errors: expiryErrors } = parseExpiryField(body.expiresAt, business, now)
      const { addresses = [], errors: addressErrors } = parseAddressesField(body.allowedAddresses)
      const ruled = {
        accessLevel: body.accessLevel,
        description: body.description ?? '',
        ...(expiryErrors.length === 0 ? { expiresAt } : {}),
        ...(addressErrors.length === 0 ? { allowedAddresses: addresses } : {}),
      }
      const errors = [
        ...validateAccess(body),
        ...expiryErrors,
        ...addressErrors,
        ...validateRules(ruled, business, now),
      ]
      const scope = { db, businessId: actor.business.id, now }
      const { name = '', description = '' } = await parseTexts(body, scope, errors)
      const { accessLevel, permissions } = body
      const token = buildToken(
        { name, description, accessLevel, permissions, expiresAt, allowedAddresses: addresses },
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
