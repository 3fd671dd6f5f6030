import type { Reader } from '../storage/storage.ts'
import type { ErrorCode } from './edeskError.ts'

/**
 * The ids in a list of a request that the business has nothing for: `channels.2`. All of the business's are read once, since a
 * request may bring many thousands.
 */
export async function codesOfForeignIds(
  db: Reader,
  table: 'tags' | 'channels',
  businessId: string,
  field: string,
  ids: readonly number[] | null | undefined,
): Promise<Record<string, ErrorCode>> {
  if (!ids || ids.length === 0) return {}
  const own = await db.list(table, 'byBusiness', { equals: [businessId] })
  return codesOfIdsOutside(new Set(own.map(({ id }) => id)), field, ids)
}

/** The ids in a list of a request that are not among those that may be there. */
export function codesOfIdsOutside(
  allowed: ReadonlySet<number>,
  field: string,
  ids: readonly number[],
): Record<string, ErrorCode> {
  const foreign = ids.flatMap((id, position) =>
    allowed.has(id) ? [] : [[`${field}.${position}`, '4002'] as const],
  )
  return Object.fromEntries(foreign)
}
