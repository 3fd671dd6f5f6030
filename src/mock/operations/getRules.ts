import { rulesVersion } from '../domain/rules.ts'
import type { Operation } from '../server/operation.ts'
import { currentRules } from './currentRules.ts'
import { versionHeaders } from './etag.ts'

export const getRules: Operation<'getRules', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, db, now }) {
    const { business } = actor
    const body = await currentRules(db, actor, business, now)
    return { status: 200, headers: versionHeaders(rulesVersion(business)), body }
  },
}
