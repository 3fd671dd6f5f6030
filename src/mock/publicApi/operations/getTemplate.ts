import { getOwn } from '../find.ts'
import type { PublicOperation } from '../operation.ts'
import { withoutBusiness } from '../withoutBusiness.ts'

export const getTemplate: PublicOperation<'getTemplate'> = async ({ caller, path, db }) => ({
  data: withoutBusiness(await getOwn(db, 'templates', caller.business.id, path.templateId)),
})
