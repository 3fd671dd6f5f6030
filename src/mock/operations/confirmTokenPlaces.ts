import { parseTime } from '../domain/tokenLifecycle.ts'
import { versionHeaders } from './etag.ts'
import { invalidField, Problem } from '../server/errors/problem.ts'
import type { Operation } from '../server/operation.ts'
import { recordConfirmation } from '../server/records/recordActivity.ts'
import { toToken } from '../server/records/serialize.ts'
import { confirmPlaces } from './confirmPlaces.ts'
import { getOwned } from './getOwned.ts'

export const confirmTokenPlaces: Operation<'confirmTokenPlaces', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, path, body, db, now }) {
    const before = await getOwned(db, 'tokens', actor, path.tokenId)
    const until = parseTime(body.until)
    if (until === undefined) {
      const errors = [invalidField('until', 'not-a-time', 'It is not a valid time.')]
      throw new Problem('/problems/invalid-fields', { errors })
    }
    const { token, confirmed } = await confirmPlaces(db, before, new Date(until).toISOString())
    if (confirmed.length > 0) {
      await db.put('tokens', token)
      await recordConfirmation(db, { actor, now }, token, confirmed)
    }
    return { status: 200, headers: versionHeaders(token), body: await toToken(token, db, now) }
  },
}
