import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { omitBusinessId } from '../records/omitBusinessId.ts'

export const getTag: PublicOperation<'getTag'> = async ({ caller, path, db }) => ({
  data: omitBusinessId(await getOwned(db, 'tags', caller.business.id, path.tagId)),
})
