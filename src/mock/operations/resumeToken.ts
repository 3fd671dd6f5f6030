import { versionHeaders } from './etag.ts'
import type { Operation } from '../server/operation.ts'
import { toToken } from '../server/serialize.ts'
import { findToken } from './findToken.ts'
import { applyResume } from './applyResume.ts'

export const resumeToken: Operation<'resumeToken', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, path, db, now }) {
    const token = await findToken(db, actor, path.tokenId)
    const after = await applyResume(db, { actor, now }, token)
    return { status: 200, headers: versionHeaders(after), body: await toToken(after, db, now) }
  },
}
