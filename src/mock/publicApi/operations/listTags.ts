import { listPage } from '../lists.ts'
import type { PublicOperation } from '../operation.ts'
import { withoutBusiness } from '../withoutBusiness.ts'

export const listTags: PublicOperation<'listTags'> = ({ caller, query, db }) =>
  listPage(db, 'tags', caller.business.id, query, withoutBusiness)
