import { versionHeaders } from './etag.ts'
import type { Operation } from '../server/operation.ts'
import { toToken } from '../server/records/serialize.ts'
import { getOwned } from './getOwned.ts'
import { applyResume } from './applyResume.ts'

export const resumeToken: Operation<'resumeToken', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, path, db, now }) {
    const token = await getOwned(db, 'tokens', actor, path.tokenId)
    const after = await applyResume(db, { actor, now }, token)
    return { status: 200, headers: versionHeaders(after), body: await toToken(after, db, now) }
  },
}
