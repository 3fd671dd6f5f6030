import { versionHeaders } from './etag.ts'
import type { Operation } from '../server/operation.ts'
import { toToken } from '../server/records/serialize.ts'
import { getOwned } from './getOwned.ts'
import { applyPause } from './applyPause.ts'

export const pauseToken: Operation<'pauseToken', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, path, db, now }) {
    const token = await getOwned(db, 'tokens', actor, path.tokenId)
    const after = await applyPause(db, { actor, now }, token)
    return { status: 200, headers: versionHeaders(after), body: await toToken(after, db, now) }
  },
}
