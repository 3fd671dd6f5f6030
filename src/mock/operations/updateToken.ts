import { changesBetween } from '../domain/activity.ts'
import type { BusinessRecord, TokenRecord } from '../domain/records.ts'
import { withNameAndDescription } from '../domain/tokenLifecycle.ts'
import { matchesEtag, versionHeaders } from './etag.ts'
import { withAllowedAddresses, withExpiry, isEarlierExpiry } from '../domain/tokenLifecycle.ts'
import type { Writer } from '../domain/schema.ts'
import type { Operation } from '../server/operation.ts'
import { type FieldError, invalidField, Problem } from '../server/errors/problem.ts'
import { toToken } from '../server/records/serialize.ts'
import { confirmPlaces } from './confirmPlaces.ts'
import { getOwned } from './getOwned.ts'
import { loadAddressParser, parseAddressesField } from './allowedAddresses.ts'
import { parseTexts } from './parseTexts.ts'
import { parseExpiryField } from './validateTokenInput.ts'
import { recordActivity } from '../server/records/recordActivity.ts'
import { validateRules } from './validateRules.ts'

export const updateToken: Operation<'updateToken', 'token-admin'> = {
  requires: 'token-admin',
  load: loadAddressParser,
  async run({ actor, path, header, body, db, now }) {
    const token = await getOwned(db, 'tokens', actor, path.tokenId)
    const ifMatch = header['If-Match']
    if (ifMatch === undefined) throw new Problem('/problems/version-missing')
    if (!matchesEtag(ifMatch, token)) throw new Problem('/problems/version-changed')

    const { business } = actor
    const { expiresAt, errors: expiryErrors } = readEarlierExpiry(
      body.expiresAt,
      token,
      business,
      now,
    )
    const { addresses, errors: addressErrors } = parseAddressesField(body.allowedAddresses)
    // What a token does not have, it need not get.
    const { description } = body
    const ruled = {
      ...(description !== undefined && token.description !== '' ? { description } : {}),
      ...(addresses && hasAddresses(token) ? { allowedAddresses: addresses } : {}),
    }
    const errors = [...expiryErrors, ...validateRules(ruled, business, now)]
    const scope = { db, businessId: actor.business.id, now }
    const texts = await parseTexts(body, scope, [...errors, ...addressErrors], token.id)
    const by = { userId: actor.user.id, now }
    const described = withNameAndDescription(token, texts, by)
    const limited = addresses ? withAllowedAddresses(described, addresses, by) : described
    const changed = expiresAt === undefined ? limited : withExpiry(limited, expiresAt, by)
    // A request that changes nothing keeps the version, so that nobody else's version becomes outdated.
    const hasChanged = changesBetween(token, changed).length > 0
    if (hasChanged) {
      await db.put('tokens', addresses ? await settlePlaces(db, changed, now) : changed)
      const onlyExpiry = Object.keys(body).every((field) => field === 'expiresAt')
      await recordActivity(db, { actor, now }, onlyExpiry ? 'shortened' : 'changed', {
        before: token,
        after: changed,
      })
    }
    const after = hasChanged ? changed : token
    return { status: 200, headers: versionHeaders(after), body: await toToken(after, db, now) }
  },
}

/** Ends the notice of new places once a token is limited: their addresses are now allowed, or refused. */
async function settlePlaces(db: Writer, token: TokenRecord, now: Date): Promise<TokenRecord> {
  if (!hasAddresses(token)) return token
  return (await confirmPlaces(db, token, now.toISOString())).token
}

function hasAddresses({ allowedAddresses = [] }: TokenRecord): boolean {
  return allowedAddresses.length > 0
}

/** Validates a new expiry. It must be earlier than the current one; to work longer, a token has to be replaced. */
function readEarlierExpiry(
  given: string | undefined,
  token: TokenRecord,
  business: BusinessRecord,
  now: Date,
): { expiresAt?: string; errors: FieldError[] } {
  if (given === undefined) return { errors: [] }
  const { expiresAt, errors } = parseExpiryField(given, business, now)
  if (expiresAt === null) return { errors }
  if (isEarlierExpiry(expiresAt, token)) return { expiresAt, errors }
  const detail = 'It is not earlier than the current expiry. To extend it, replace the token.'
  return { errors: [invalidField('expiresAt', 'not-sooner', detail)] }
}
