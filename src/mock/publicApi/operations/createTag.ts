import { nextInSequence } from '#src/mock/server/records/sequences.ts'

import type { TagRecord } from '../../domain/helpdeskRecords.ts'
import type { PublicOperation } from '../operation.ts'
import { assertValidFields } from '../fields/assertValidFields.ts'
import { omitBusinessId } from '../records/omitBusinessId.ts'
import { validateTag } from '../tickets/validateTag.ts'

export const createTag: PublicOperation<'createTag'> = async ({ caller, body, db }) => {
  const businessId = caller.business.id
  assertValidFields(await validateTag(db, businessId, body))
  const tag: TagRecord = {
    id: await nextInSequence(db, 'tags'),
    businessId,
    name: body.name,
    active: body.active ?? true,
    tag_group_id: body.tag_group_id,
    color: body.color ?? null,
    icon: body.icon ?? null,
  }
  await db.put('tags', tag)
  return { data: omitBusinessId(tag) }
}
