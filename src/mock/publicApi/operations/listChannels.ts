import { listPage } from '../lists/pagination.ts'
import type { PublicOperation } from '../operation.ts'
import { omitBusinessId } from '../records/omitBusinessId.ts'

export const listChannels: PublicOperation<'listChannels'> = ({ caller, query, db }) =>
  listPage(db, 'channels', caller.business.id, query, omitBusinessId)
