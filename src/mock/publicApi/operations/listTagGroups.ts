import { listPage } from '../lists/pagination.ts'
import type { PublicOperation } from '../operation.ts'
import { omitBusinessId } from '../records/omitBusinessId.ts'

export const listTagGroups: PublicOperation<'listTagGroups'> = ({ caller, query, db }) =>
  listPage(db, 'tagGroups', caller.business.id, query, omitBusinessId)
