import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'

/** Deletes a tag and removes it from all tickets. */
export const deleteTag: PublicOperation<'DeleteTag'> = async ({ caller, path, db }) => {
  const { id, businessId } = await getOwned(db, 'tags', caller.business.id, path.tagId)
  const tickets = await db.list('tickets', 'byBusiness', { equals: [businessId] })
  for (const ticket of tickets.filter(({ tags_ids }) => tags_ids.includes(id))) {
    await db.put('tickets', { ...ticket, tags_ids: ticket.tags_ids.filter((tag) => tag !== id) })
  }
  await db.delete('tags', id)
  return { ok: true, message: 'Deleted.' }
}
