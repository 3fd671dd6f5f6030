import { listPage } from '../lists.ts'
import type { PublicOperation } from '../operation.ts'
import { withoutBusiness } from '../withoutBusiness.ts'

export const listTemplates: PublicOperation<'listTemplates'> = ({ caller, query, db }) =>
  listPage(db, 'templates', caller.business.id, query, withoutBusiness)
