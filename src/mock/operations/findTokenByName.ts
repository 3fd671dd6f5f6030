import { nameKey } from '#src/shared/nameKey.ts'

import { parseName } from '../domain/names.ts'
import { statusOf } from '../domain/tokenLifecycle.ts'
import type { Operation } from '../server/operation.ts'
import { invalidField, Problem } from '../server/errors/problem.ts'
import { textIssueDetails } from './parseTexts.ts'

export const findTokenByName: Operation<'findTokenByName', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, body, db, now }) {
    const name = parseName(body.name)
    if (!name.ok) {
      const errors = [invalidField('name', name.code, textIssueDetails[name.code])]
      throw new Problem('/problems/invalid-fields', { errors })
    }
    const equals = [actor.business.id, nameKey(name.value)]
    const [token] = await db.list('tokens', 'byName', { equals })
    const found = token && { id: token.id, name: token.name, status: statusOf(token, now) }
    return { status: 200, body: { token: found ?? null } }
  },
}
