import { ruleChanges, rulesOf, rulesVersion, withRules, wrongDays } from '../domain/rules.ts'
import type { Operation } from '../server/operation.ts'
import { invalidField, Problem } from '../server/errors/problem.ts'
import { currentRules } from './currentRules.ts'
import { matchesEtag, versionHeaders } from './etag.ts'
import { recordRulesChange } from '../server/records/recordActivity.ts'

export const changeRules: Operation<'changeRules', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, header, body, db, now }) {
    const { business } = actor
    const ifMatch = header['If-Match']
    if (ifMatch === undefined) throw new Problem('/problems/version-missing')
    if (!matchesEtag(ifMatch, rulesVersion(business))) {
      throw new Problem('/problems/version-changed', { detail: 'The rules have changed.' })
    }
    const errors = wrongDays(body).map(({ rule, allowed }) =>
      invalidField(rule, 'not-allowed', `It must be null or one of ${allowed.join(', ')}.`),
    )
    if (errors.length > 0) throw new Problem('/problems/invalid-fields', { errors })

    const changes = ruleChanges(rulesOf(business), body)
    // A request that changes nothing keeps the version, so that nobody else's version becomes outdated.
    const hasChanged = changes.length > 0
    const after = hasChanged ? withRules(business, body, { userId: actor.user.id, now }) : business
    if (hasChanged) {
      await db.put('businesses', after)
      await recordRulesChange(db, { actor, now }, changes)
    }
    const headers = versionHeaders(rulesVersion(after))
    return { status: 200, headers, body: await currentRules(db, actor, after, now) }
  },
}
