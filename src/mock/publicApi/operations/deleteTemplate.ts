import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'

export const deleteTemplate: PublicOperation<'deleteTemplate'> = async ({ caller, path, db }) => {
  const { id } = await getOwned(db, 'templates', caller.business.id, path.templateId)
  await db.delete('templates', id)
  return { ok: true, message: 'Deleted.' }
}
