import { keyEnding } from '#src/shared/keyFormat.ts'

import type { RandomBytes } from '../domain/random.ts'
import type { CreationRecord, TokenRecord } from '../domain/records.ts'
import { sha256 } from '../domain/sha256.ts'
import { canReissueKey } from '../domain/token.ts'
import { withNewKey } from '../domain/tokenLifecycle.ts'
import { generateKey } from '../domain/tokenKey.ts'
import type { Actor } from '../server/operation.ts'
import { Problem } from '../server/errors/problem.ts'
import { toToken } from '../server/records/serialize.ts'
import type { Reader, Writer } from '../domain/schema.ts'
import { versionHeaders } from './etag.ts'
import { recordActivity } from '../server/records/recordActivity.ts'

interface RequestContext {
  actor: Actor
  db: Writer
  now: Date
  randomBytes: RandomBytes
}

/**
 * Creates a token, or, if the request is a retry, returns the token that the first attempt created. A retry gets a new key, as
 * long as nobody can be using the first one (docs/decisions/04-key-shown-once.md).
 *
 * @param input all inputs of the request: only a request with the same input is a retry.
 * @param create creates the token with `key` and stores it.
 * @throws Problem if the Idempotency-Key was used for another input, or its token was deleted meanwhile.
 */
export async function createIdempotently(
  context: RequestContext,
  idempotencyKey: string,
  input: unknown,
  create: (key: string) => Promise<TokenRecord>,
) {
  const { actor, db, now, randomBytes } = context
  const id = sha256(`${actor.sessionId} ${idempotencyKey}`)
  const bodyHash = sha256(JSON.stringify(input))

  const earlier = await db.get('creations', id)
  if (earlier) {
    const token = await tokenOf(earlier, bodyHash, db)
    if (!canReissueKey(earlier, token, now)) {
      return { status: 200, body: { token: await toToken(token, db, now), key: null } } as const
    }
    const key = await generateDistinctKey(db, actor.business.id, randomBytes)
    const renewed = withNewKey(token, key)
    await db.put('tokens', renewed)
    await recordActivity(db, context, 'key_renewed', { before: token, after: renewed })
    return toResponse(context, renewed, key)
  }

  const key = await generateDistinctKey(db, actor.business.id, randomBytes)
  const token = await create(key)
  const createdAt = now.toISOString()
  await db.put('creations', { id, tokenId: token.id, bodyHash, createdAt, keyShown: false })
  return toResponse(context, token, key)
}

async function toResponse({ db, now }: RequestContext, token: TokenRecord, key: string) {
  const headers = { Location: `/api/tokens/${token.id}`, ...versionHeaders(token) }
  return { status: 201, headers, body: { token: await toToken(token, db, now), key } } as const
}

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

/** Generates a key whose ending is unique in the business, so that no two tokens look alike in the list. */
async function generateDistinctKey(
  db: Reader,
  businessId: string,
  randomBytes: RandomBytes,
): Promise<string> {
  for (;;) {
    const key = generateKey(randomBytes)
    if ((await db.count('tokens', 'byEnding', [businessId, keyEnding(key)])) === 0) return key
  }
}
