import type { TokenRequestRecord, UsageRecord } from './records.ts'

/** Returns the id of a token's usage on a day. */
export function usageId(tokenId: string, date: string): string {
  return `${tokenId} ${date}`
}

/**
 * Returns a token's usage of a day after a request.
 *
 * @param usage the usage before; undefined if it is the first request of the day.
 */
export function usageAfter(
  usage: UsageRecord | undefined,
  { tokenId, outcome }: Pick<TokenRequestRecord, 'tokenId' | 'outcome'>,
  date: string,
): UsageRecord {
  const id = usageId(tokenId, date)
  const before = usage ?? { id, tokenId, date, answered: 0, refused: 0, notValid: 0 }
  const column = outcome === 'not_valid' ? 'notValid' : outcome
  return { ...before, [column]: before[column] + 1 }
}
