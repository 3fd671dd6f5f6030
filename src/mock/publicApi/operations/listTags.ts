import { listPage } from '../lists/pagination.ts'
import type { PublicOperation } from '../operation.ts'
import { omitBusinessId } from '../records/omitBusinessId.ts'

export const listTags: PublicOperation<'listTags'> = ({ caller, query, db }) =>
  listPage(db, 'tags', caller.business.id, query, omitBusinessId)
