import type { Reader } from '../../domain/schema.ts'
import type { ErrorCode } from '../edeskError.ts'

/**
 * Reports the ids in a request's list that the business does not own, by path: `channels.2`. Reads all records of the business
 * once, because a request may contain thousands of ids.
 */
export async function validateOwnedIds(
  db: Reader,
  table: 'tags' | 'channels',
  businessId: string,
  field: string,
  ids: readonly number[] | null | undefined,
): Promise<Record<string, ErrorCode>> {
  if (!ids || ids.length === 0) return {}
  const own = await db.list(table, 'byBusiness', { equals: [businessId] })
  return validateAllowedIds(new Set(own.map(({ id }) => id)), field, ids)
}

/** Reports the ids in a request's list that are not allowed, by path. */
export function validateAllowedIds(
  allowed: ReadonlySet<number>,
  field: string,
  ids: readonly number[],
): Record<string, ErrorCode> {
  const foreign = ids.flatMap((id, index) =>
    allowed.has(id) ? [] : [[`${field}.${index}`, '4002'] as const],
  )
  return Object.fromEntries(foreign)
}
