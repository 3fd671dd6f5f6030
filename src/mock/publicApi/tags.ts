import type { components } from '#src/api/generated/schema.ts'

import type { Reader } from '../storage/storage.ts'
import type { FieldCodes } from './edeskError.ts'
import { findOwn } from './find.ts'
import { codesOfBlankTexts } from './requiredTexts.ts'

/**
 * What is wrong with a tag in a request.
 *
 * @param ownId the tag that is to be changed, where it is there already.
 */
export async function codesOfTag(
  db: Reader,
  businessId: string,
  { name, tag_group_id }: components['schemas']['TagUpdateRequest'],
  ownId?: number,
): Promise<FieldCodes> {
  const groupIsWrong =
    tag_group_id !== undefined && !(await findOwn(db, 'tagGroups', businessId, tag_group_id))
  return {
    ...(name !== undefined && (await isTaken(db, businessId, name, ownId)) && { name: '4003' }),
    ...codesOfBlankTexts({ name }, ['name']),
    ...(groupIsWrong && { tag_group_id: '4002' }),
  }
}

/**
 * Another tag of the business has the name, or the tag itself, whose unchanged name the live service refuses as well (eDesk API
 * facts, "Docs against reality"). That the case of letters makes no second name is a decision of ours; a tag may change the case
 * of its own.
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
