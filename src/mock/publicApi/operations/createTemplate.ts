import { toEdeskTime } from '../../domain/edeskTime.ts'
import type { Reader } from '../../storage/storage.ts'
import type { FieldCodes } from '../edeskError.ts'
import { nextNumber } from '../../storage/numbers.ts'
import type { PublicOperation } from '../operation.ts'
import { refuseWrongFields } from '../refuseWrongFields.ts'
import { codesOfTemplate, templateOf } from '../templates.ts'
import { withoutBusiness } from '../withoutBusiness.ts'

/** Maximum number of templates per business. eDesk has such a limit (code 4016); this value is ours. */
const maxTemplates = 500

export const createTemplate: PublicOperation<'createTemplate'> = async ({
  caller,
  body,
  db,
  now,
}) => {
  const businessId = caller.business.id
  refuseWrongFields(
    await codesOfTemplate(db, businessId, body, []),
    await codesOfLimit(db, businessId),
  )
  const template = await templateOf(db, body, {
    id: await nextNumber(db, 'templates'),
    businessId,
    created_at: toEdeskTime(now),
    attachments: [],
  })
  await db.put('templates', template)
  return { data: withoutBusiness(template) }
}

async function codesOfLimit(db: Reader, businessId: string): Promise<FieldCodes> {
  const count = await db.count('templates', 'byBusiness', [businessId])
  return count < maxTemplates ? {} : { name: '4016' }
}
