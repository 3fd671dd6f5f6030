import type { RandomBytes } from '../domain/random.ts'
import { sha256 } from '../domain/sha256.ts'
import { etagOf, makeToken, mayIssueKeyAnew, withNewKey } from '../domain/token.ts'
import { generateKey, keyEnding } from '../domain/tokenKey.ts'
import type { CreationRecord, TokenRecord } from '../domain/records.ts'
import type { Operation } from '../operation.ts'
import { invalidField, Problem } from '../problem.ts'
import { toToken } from '../serialize.ts'
import type { Reader } from '../storage/storage.ts'
import { readTexts } from './readTexts.ts'

export const createToken: Operation<'createToken', 'token-admin'> = {
  who: 'token-admin',
  async run({ actor, header, body, db, now, randomBytes }) {
    const creationId = sha256(`${actor.sessionId} ${header['Idempotency-Key']}`)
    const bodyHash = sha256(JSON.stringify(body))
    const businessId = actor.business.id

    const earlier = await db.get('creations', creationId)
    if (earlier) {
      const token = await tokenOf(earlier, bodyHash, db)
      if (!mayIssueKeyAnew(earlier, token, now)) {
        return { status: 200, body: { token: await toToken(token, db), key: null } }
      }
      const key = await distinctKey(db, businessId, randomBytes)
      const renewed = withNewKey(token, key)
      await db.put('tokens', renewed)
      return created(renewed, key)
    }

    if ((body.accessLevel === 'custom') !== (body.permissions !== undefined)) {
      const code = body.permissions ? 'not-allowed' : 'required'
      const detail = 'Permissions belong to the access level custom, and to no other.'
      throw new Problem('/problems/invalid-fields', {
        errors: [invalidField('permissions', code, detail)],
      })
    }
    const texts = await readTexts(body, db, businessId)
    const key = await distinctKey(db, businessId, randomBytes)
    const token = makeToken(
      {
        name: texts.name ?? '',
        description: texts.description ?? '',
        accessLevel: body.accessLevel,
        permissions: body.permissions,
      },
      key,
      { userId: actor.user.id, businessId },
      { now, randomBytes },
    )
    await db.put('tokens', token)
    await db.put('creations', {
      id: creationId,
      tokenId: token.id,
      bodyHash,
      createdAt: now.toISOString(),
      keyShown: false,
    })
    return created(token, key)

    async function created(made: TokenRecord, itsKey: string) {
      const headers = { Location: `/api/tokens/${made.id}`, ETag: etagOf(made) }
      const body = { token: await toToken(made, db), key: itsKey }
      return { status: 201, headers, body } as const
    }
  },
}

/** @throws Problem where the Idempotency-Key was used for something else, or its token was deleted meanwhile. */
async function tokenOf(
  creation: CreationRecord,
  bodyHash: string,
  db: Reader,
): Promise<TokenRecord> {
  if (creation.bodyHash !== bodyHash) throw new Problem('/problems/idempotency-key-reused')
  const token = await db.get('tokens', creation.tokenId)
  if (!token) throw new Problem('/problems/not-found', { detail: 'The token was deleted.' })
  return token
}

/** A key that does not end as another one of the business: no two tokens may look alike in the list. */
async function distinctKey(
  db: Reader,
  businessId: string,
  randomBytes: RandomBytes,
): Promise<string> {
  for (;;) {
    const key = generateKey(randomBytes)
    if ((await db.count('tokens', 'byEnding', [businessId, keyEnding(key)])) === 0) return key
  }
}
