import type { components } from '#src/api/generated/schema.ts'

import type { Reader } from '../../domain/schema.ts'
import type { FieldCodes } from '../edeskError.ts'
import { findOwned } from '../../server/records/ownedRecords.ts'
import { validateNotBlank } from '../fields/validateNotBlank.ts'

/**
 * Validates the tag in a request.
 *
 * @param ownId the id of the tag that an update changes.
 */
export async function validateTag(
  db: Reader,
  businessId: string,
  { name, tag_group_id }: components['schemas']['TagUpdateRequest'],
  ownId?: number,
): Promise<FieldCodes> {
  const groupIsWrong =
    tag_group_id !== undefined && !(await findOwned(db, 'tagGroups', businessId, tag_group_id))
  return {
    ...(name !== undefined && (await isTaken(db, businessId, name, ownId)) && { name: '4003' }),
    ...validateNotBlank({ name }, ['name']),
    ...(groupIsWrong && { tag_group_id: '4002' }),
  }
}

/**
 * Whether another tag of the business has the name, ignoring case. The tag's own unchanged name also counts as taken, as in the
 * live service. Ignoring case is our decision (docs/decisions/13-public-api-open-questions.md); a tag may change
 * the case of its own name.
 */
async function isTaken(
  db: Reader,
  businessId: string,
  name: string,
  ownId: number | undefined,
): Promise<boolean> {
  const tags = await db.list('tags', 'byBusiness', { equals: [businessId] })
  const folded = name.toLowerCase()
  return tags.some((tag) =>
    tag.id === ownId ? tag.name === name : tag.name.toLowerCase() === folded,
  )
}
