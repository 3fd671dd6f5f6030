import type { TagRecord } from '../../domain/helpdeskRecords.ts'
import { getOwn } from '../find.ts'
import type { PublicOperation } from '../operation.ts'
import { orKept } from '../orKept.ts'
import { refuseWrongFields } from '../refuseWrongFields.ts'
import { codesOfTag } from '../tags.ts'
import { withoutBusiness } from '../withoutBusiness.ts'

/** Changes only the fields in the request, like the live service (eDesk API facts, "Docs against reality"). */
export const updateTag: PublicOperation<'updateTag'> = async ({ caller, path, body, db }) => {
  const tag = await getOwn(db, 'tags', caller.business.id, path.tagId)
  refuseWrongFields(await codesOfTag(db, tag.businessId, body, tag.id))
  const changed: TagRecord = {
    ...tag,
    name: body.name ?? tag.name,
    active: body.active ?? tag.active,
    tag_group_id: body.tag_group_id ?? tag.tag_group_id,
    color: orKept(body.color, tag.color),
    icon: orKept(body.icon, tag.icon),
  }
  await db.put('tags', changed)
  return { data: withoutBusiness(changed) }
}
