import { listPage } from '../lists.ts'
import type { PublicOperation } from '../operation.ts'
import { withoutBusiness } from '../withoutBusiness.ts'

export const listChannels: PublicOperation<'listChannels'> = ({ caller, query, db }) =>
  listPage(db, 'channels', caller.business.id, query, withoutBusiness)
