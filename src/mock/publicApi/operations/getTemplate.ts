import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { omitBusinessId } from '../records/omitBusinessId.ts'

export const getTemplate: PublicOperation<'getTemplate'> = async ({ caller, path, db }) => ({
  data: omitBusinessId(await getOwned(db, 'templates', caller.business.id, path.templateId)),
})
