import { getOwned } from '../getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { assertValidFields } from '../assertValidFields.ts'
import { validateTemplate, buildTemplate } from '../templates.ts'
import { omitBusinessId } from '../omitBusinessId.ts'

/** Replaces a template: fields that the request omits get their default. */
export const updateTemplate: PublicOperation<'updateTemplate'> = async ({
  caller,
  path,
  body,
  db,
}) => {
  const existing = await getOwned(db, 'templates', caller.business.id, path.templateId)
  assertValidFields(await validateTemplate(db, existing.businessId, body, existing.attachments))
  const template = await buildTemplate(db, body, existing)
  await db.put('templates', template)
  return { data: omitBusinessId(template) }
}
