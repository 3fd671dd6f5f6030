import { versionHeaders } from './etag.ts'
import type { Operation } from '../server/operation.ts'
import { toToken } from '../server/serialize.ts'
import { findToken } from './findToken.ts'

export const getToken: Operation<'getToken', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, path, db, now }) {
    const token = await findToken(db, actor, path.tokenId)
    return { status: 200, headers: versionHeaders(token), body: await toToken(token, db, now) }
  },
}
