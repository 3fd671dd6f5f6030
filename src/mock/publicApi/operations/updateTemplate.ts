import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { assertValidFields } from '../fields/assertValidFields.ts'
import { validateTemplate, buildTemplate } from '../tickets/templates.ts'
import { omitBusinessId } from '../records/omitBusinessId.ts'

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
