import { compareNamesIn, hasOwnOrder } from '../domain/compareNames.ts'
import type { Operation } from '../server/operation.ts'
import { toMember } from '../server/records/serialize.ts'

export const listMembers: Operation<'listMembers', 'user'> = {
  requires: 'user',
  async run({ actor, db, language }) {
    const users = await db.list('users', 'byBusiness', { equals: [actor.business.id] })
    const items = users.map(toMember)
    const compareNames = compareNamesIn(language)
    // The index has the order of the other languages.
    if (hasOwnOrder(language)) items.sort((one, other) => compareNames(one.name, other.name))
    return { status: 200, body: { items, total: items.length } }
  },
}
