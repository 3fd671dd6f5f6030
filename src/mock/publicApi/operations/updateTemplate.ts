import { getOwn } from '../find.ts'
import type { PublicOperation } from '../operation.ts'
import { refuseWrongFields } from '../refuseWrongFields.ts'
import { codesOfTemplate, templateOf } from '../templates.ts'
import { withoutBusiness } from '../withoutBusiness.ts'

/** Replaces a template: what is left out goes back to what it is in a new one. */
export const updateTemplate: PublicOperation<'updateTemplate'> = async ({
  caller,
  path,
  body,
  db,
}) => {
  const kept = await getOwn(db, 'templates', caller.business.id, path.templateId)
  refuseWrongFields(await codesOfTemplate(db, kept.businessId, body, kept.attachments))
  const template = await templateOf(db, body, kept)
  await db.put('templates', template)
  return { data: withoutBusiness(template) }
}
