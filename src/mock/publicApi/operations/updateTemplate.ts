import { getOwn } from '../find.ts'
import type { PublicOperation } from '../operation.ts'
import { refuseWrongFields } from '../refuseWrongFields.ts'
import { codesOfTemplate, templateOf } from '../templates.ts'
import { withoutBusiness } from '../withoutBusiness.ts'

/** Replaces a template: fields that the request omits get their default. */
export const updateTemplate: PublicOperation<'updateTemplate'> = async ({
  caller,
  path,
  body,
  db,
}) => {
  const existing = await getOwn(db, 'templates', caller.business.id, path.templateId)
  refuseWrongFields(await codesOfTemplate(db, existing.businessId, body, existing.attachments))
  const template = await templateOf(db, body, existing)
  await db.put('templates', template)
  return { data: withoutBusiness(template) }
}
