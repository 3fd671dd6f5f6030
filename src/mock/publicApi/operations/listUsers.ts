import { listPage } from '../lists/pagination.ts'
import type { PublicOperation } from '../operation.ts'
import { toUser } from '../records/users.ts'

export const listUsers: PublicOperation<'listUsers'> = ({ caller, query, db }) =>
  listPage(db, 'users', caller.business.id, query, toUser, 'byNumber')
