import { listPage } from '../lists.ts'
import type { PublicOperation } from '../operation.ts'
import { withoutBusiness } from '../withoutBusiness.ts'

export const listTagGroups: PublicOperation<'listTagGroups'> = ({ caller, query, db }) =>
  listPage(db, 'tagGroups', caller.business.id, query, withoutBusiness)
