import { keyEnding } from '#src/api/keyFormat.ts'

import type { RandomBytes } from '../domain/random.ts'
import type { CreationRecord, TokenRecord } from '../domain/records.ts'
import { sha256 } from '../domain/sha256.ts'
import { etagOf, mayIssueKeyAnew, withNewKey } from '../domain/token.ts'
import { generateKey } from '../domain/tokenKey.ts'
import type { Actor } from '../operation.ts'
import { Problem } from '../problem.ts'
import { toToken } from '../serialize.ts'
import type { Reader, Writer } from '../storage/storage.ts'
import { recordActivity } from './recordActivity.ts'

interface Asking {
  actor: Actor
  db: Writer
  now: Date
  randomBytes: RandomBytes
}

/**
 * Answers a request that makes a token: makes it, or, where this is the repeat of one, finds the token that is there already. A repeat is
 * answered with a new key for as long as nobody can have the first (decision "the key is seen once").
 *
 * @param wanted all that was asked for: a repeat is one only with the same.
 * @param make makes the token that `key` unlocks, and keeps it.
 * @throws Problem where the Idempotency-Key was used for something else, or its token was deleted meanwhile.
 */
export async function createOnce(
  asking: Asking,
  idempotencyKey: string,
  wanted: unknown,
  make: (key: string) => Promise<TokenRecord>,
) {
  const { actor, db, now, randomBytes } = asking
  const id = sha256(`${actor.sessionId} ${idempotencyKey}`)
  const bodyHash = sha256(JSON.stringify(wanted))

  const earlier = await db.get('creations', id)
  if (earlier) {
    const token = await tokenOf(earlier, bodyHash, db)
    if (!mayIssueKeyAnew(earlier, token, now)) {
      return { status: 200, body: { token: await toToken(token, db, now), key: null } } as const
    }
    const key = await distinctKey(db, actor.business.id, randomBytes)
    const renewed = withNewKey(token, key)
    await db.put('tokens', renewed)
    await recordActivity(db, asking, 'key_renewed', { before: token, after: renewed })
    return created(asking, renewed, key)
  }

  const key = await distinctKey(db, actor.business.id, randomBytes)
  const token = await make(key)
  const createdAt = now.toISOString()
  await db.put('creations', { id, tokenId: token.id, bodyHash, createdAt, keyShown: false })
  return created(asking, token, key)
}

async function created({ db, now }: Asking, token: TokenRecord, key: string) {
  const headers = { Location: `/api/tokens/${token.id}`, ETag: etagOf(token) }
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
