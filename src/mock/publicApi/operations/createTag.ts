import type { TagRecord } from '../../domain/helpdeskRecords.ts'
import { nextNumber } from '../../storage/numbers.ts'
import type { PublicOperation } from '../operation.ts'
import { refuseWrongFields } from '../refuseWrongFields.ts'
import { codesOfTag } from '../tags.ts'
import { withoutBusiness } from '../withoutBusiness.ts'

export const createTag: PublicOperation<'createTag'> = async ({ caller, body, db }) => {
  const businessId = caller.business.id
  refuseWrongFields(await codesOfTag(db, businessId, body))
  const tag: TagRecord = {
    id: await nextNumber(db, 'tags'),
    businessId,
    name: body.name,
    active: body.active ?? true,
    tag_group_id: body.tag_group_id,
    color: body.color ?? null,
    icon: body.icon ?? null,
  }
  await db.put('tags', tag)
  return { data: withoutBusiness(tag) }
}
