import { sha256 } from '../domain/sha256.ts'
import { etagOf, makeToken, mayIssueKeyAnew, withNewKey } from '../domain/token.ts'
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
    const circumstances = { now, randomBytes, endingIsTaken: await endings(db, actor.business.id) }

    const earlier = await db.get('creations', creationId)
    if (earlier) {
      const token = await tokenOf(earlier, bodyHash, db)
      if (!mayIssueKeyAnew(earlier, token, now)) {
        return { status: 200, body: { token: await toToken(token, db), key: null } }
      }
      const renewed = withNewKey(token, circumstances)
      await db.put('tokens', renewed.token)
      return created(renewed)
    }

    if ((body.accessLevel === 'custom') !== (body.permissions !== undefined)) {
      const code = body.permissions ? 'not-allowed' : 'required'
      const detail = 'Permissions belong to the access level custom, and to no other.'
      throw new Problem('/problems/invalid-fields', {
        errors: [invalidField('permissions', code, detail)],
      })
    }
    const texts = await readTexts(body, db, actor.business.id)
    const made = makeToken(
      {
        name: texts.name ?? '',
        description: texts.description ?? '',
        accessLevel: body.accessLevel,
        permissions: body.permissions,
      },
      { userId: actor.user.id, businessId: actor.business.id },
      circumstances,
    )
    await db.put('tokens', made.token)
    await db.put('creations', {
      id: creationId,
      tokenId: made.token.id,
      bodyHash,
      createdAt: now.toISOString(),
      keyShown: false,
    })
    return created(made)

    async function created({ token, key }: { token: TokenRecord; key: string }) {
      const headers = { Location: `/api/tokens/${token.id}`, ETag: etagOf(token) }
      return { status: 201, headers, body: { token: await toToken(token, db), key } } as const
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

async function endings(db: Reader, businessId: string): Promise<(ending: string) => boolean> {
  const tokens = await db.list('tokens', 'byEnding', { equals: [businessId] })
  const taken = new Set(tokens.map(({ keyEnding }) => keyEnding))
  return (ending) => taken.has(ending)
}
