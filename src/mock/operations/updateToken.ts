import { changesBetween } from '../domain/activity.ts'
import type { TokenRecord } from '../domain/records.ts'
import { etagOf, matches, redescribed } from '../domain/token.ts'
import { expiringAt, isSooner } from '../domain/tokenLife.ts'
import type { Operation } from '../operation.ts'
import { type FieldError, invalidField, Problem } from '../problem.ts'
import { toToken } from '../serialize.ts'
import { findToken } from './findToken.ts'
import { readTexts } from './readTexts.ts'
import { readExpiryField } from './readWanted.ts'
import { recordActivity } from './recordActivity.ts'

export const updateToken: Operation<'updateToken', 'token-admin'> = {
  who: 'token-admin',
  async run({ actor, path, header, body, db, now }) {
    const token = await findToken(db, actor, path.tokenId)
    const ifMatch = header['If-Match']
    if (ifMatch === undefined) throw new Problem('/problems/version-missing')
    if (!matches(ifMatch, token)) throw new Problem('/problems/version-changed')

    const { expiresAt, faults } = readSoonerExpiry(body.expiresAt, token, now)
    const texts = await readTexts(body, db, actor.business.id, faults, token.id)
    const by = { userId: actor.user.id, now }
    const redone = redescribed(token, texts, by)
    const changed = expiresAt === undefined ? redone : expiringAt(redone, expiresAt, by)
    // What is sent as it is already is no change: nobody else's version is out of date because of it.
    const isOther = changesBetween(token, changed).length > 0
    if (isOther) {
      await db.put('tokens', changed)
      const onlySooner = body.name === undefined && body.description === undefined
      await recordActivity(db, { actor, now }, onlySooner ? 'shortened' : 'changed', {
        before: token,
        after: changed,
      })
    }
    const after = isOther ? changed : token
    return { status: 200, headers: { ETag: etagOf(after) }, body: await toToken(after, db, now) }
  },
}

/** A life can be made shorter at any time; a longer one takes a replacement. */
function readSoonerExpiry(
  given: string | undefined,
  token: TokenRecord,
  now: Date,
): { expiresAt?: string; faults: FieldError[] } {
  if (given === undefined) return { faults: [] }
  const { expiresAt, faults } = readExpiryField(given, now)
  if (expiresAt === null) return { faults }
  if (isSooner(expiresAt, token)) return { expiresAt, faults }
  const detail = 'The token would live longer, or just as long. Replace it for that.'
  return { faults: [invalidField('expiresAt', 'not-sooner', detail)] }
}
