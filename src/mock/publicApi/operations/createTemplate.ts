import { nextInSequence } from '#src/mock/server/records/sequences.ts'

import { toEdeskTime } from '../../domain/edeskTime.ts'
import type { Reader } from '../../domain/schema.ts'
import type { FieldCodes } from '../edeskError.ts'
import type { PublicOperation } from '../operation.ts'
import { assertValidFields } from '../fields/assertValidFields.ts'
import { validateTemplate, buildTemplate } from '../tickets/templates.ts'
import { omitBusinessId } from '../records/omitBusinessId.ts'

/** Maximum number of templates per business. eDesk has such a limit (code 4016); this value is ours. */
const maxTemplates = 500

export const createTemplate: PublicOperation<'createTemplate'> = async ({
  caller,
  body,
  db,
  now,
}) => {
  const businessId = caller.business.id
  assertValidFields(
    await validateTemplate(db, businessId, body, []),
    await validateLimit(db, businessId),
  )
  const template = await buildTemplate(db, body, {
    id: await nextInSequence(db, 'templates'),
    businessId,
    created_at: toEdeskTime(now),
    attachments: [],
  })
  await db.put('templates', template)
  return { data: omitBusinessId(template) }
}

async function validateLimit(db: Reader, businessId: string): Promise<FieldCodes> {
  const count = await db.count('templates', 'byBusiness', [businessId])
  return count < maxTemplates ? {} : { name: '4016' }
}
