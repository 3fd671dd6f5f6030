import { versionHeaders } from './etag.ts'
import type { Operation } from '../server/operation.ts'
import { toToken } from '../server/records/serialize.ts'
import { getOwned } from './getOwned.ts'

export const getToken: Operation<'getToken', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, path, db, now }) {
    const token = await getOwned(db, 'tokens', actor, path.tokenId)
    return { status: 200, headers: versionHeaders(token), body: await toToken(token, db, now) }
  },
}
