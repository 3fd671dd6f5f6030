import { listPage } from '../lists/pagination.ts'
import type { PublicOperation } from '../operation.ts'
import { omitBusinessId } from '../records/omitBusinessId.ts'

export const listTemplates: PublicOperation<'listTemplates'> = ({ caller, query, db }) =>
  listPage(db, 'templates', caller.business.id, query, omitBusinessId)
