import { etagOf, matches, redescribed } from '../domain/token.ts'
import type { Operation } from '../operation.ts'
import { Problem } from '../problem.ts'
import { toToken } from '../serialize.ts'
import { findToken } from './findToken.ts'
import { readTexts } from './readTexts.ts'

export const updateToken: Operation<'updateToken', 'token-admin'> = {
  who: 'token-admin',
  async run({ actor, path, header, body, db, now }) {
    const token = await findToken(db, actor, path.tokenId)
    const ifMatch = header['If-Match']
    if (ifMatch === undefined) throw new Problem('/problems/version-missing')
    if (!matches(ifMatch, token)) throw new Problem('/problems/version-changed')
    const texts = await readTexts(body, db, actor.business.id, token.id)
    const changed = redescribed(token, texts, { userId: actor.user.id, now })
    await db.put('tokens', changed)
    return { status: 200, headers: { ETag: etagOf(changed) }, body: await toToken(changed, db) }
  },
}
