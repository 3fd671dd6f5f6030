import { getOwned } from '../getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { omitBusinessId } from '../omitBusinessId.ts'

export const getTemplate: PublicOperation<'getTemplate'> = async ({ caller, path, db }) => ({
  data: omitBusinessId(await getOwned(db, 'templates', caller.business.id, path.templateId)),
})
