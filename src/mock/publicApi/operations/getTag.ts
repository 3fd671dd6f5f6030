import { getOwn } from '../find.ts'
import type { PublicOperation } from '../operation.ts'
import { withoutBusiness } from '../withoutBusiness.ts'

export const getTag: PublicOperation<'getTag'> = async ({ caller, path, db }) => ({
  data: withoutBusiness(await getOwn(db, 'tags', caller.business.id, path.tagId)),
})
