import type { TagRecord } from '../../domain/helpdeskRecords.ts'
import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { keepUnlessGiven } from '../records/keepUnlessGiven.ts'
import { assertValidFields } from '../fields/assertValidFields.ts'
import { omitBusinessId } from '../records/omitBusinessId.ts'
import { validateTag } from '../tickets/validateTag.ts'

/** Changes only the fields in the request, like the live service. */
export const updateTag: PublicOperation<'updateTag'> = async ({ caller, path, body, db }) => {
  const tag = await getOwned(db, 'tags', caller.business.id, path.tagId)
  assertValidFields(await validateTag(db, tag.businessId, body, tag.id))
  const changed: TagRecord = {
    ...tag,
    name: body.name ?? tag.name,
    active: body.active ?? tag.active,
    tag_group_id: body.tag_group_id ?? tag.tag_group_id,
    color: keepUnlessGiven(body.color, tag.color),
    icon: keepUnlessGiven(body.icon, tag.icon),
  }
  await db.put('tags', changed)
  return { data: omitBusinessId(changed) }
}
