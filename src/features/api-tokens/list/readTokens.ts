import { itemLimits } from '#src/api/generated/values.ts'

import type { CollectedCount } from '../export/useExportProgress.ts'
import { listTokenIds, lookUpTokens, type Token, type TokenFilter } from '../token/tokenApi.ts'

const batchSize = itemLimits.TokenLookup.ids
/** Ends an export during which the list changes all the time. */
const maxRounds = 20

/**
 * Reads all tokens that match a filter, with their old keys, the oldest first. Its result is one state of the list, even if tokens
 * are deleted or created meanwhile: it lists the ids, which the service does at one moment, and reads the tokens that it does not
 * have yet, until it has them all.
 *
 * @param rowOf is called for each token as soon as it is read.
 * @param selected reads only the tokens with these ids, whether they match the filter or not.
 * @throws ApiError
 */
export async function* readTokens<Row>(
  filter: TokenFilter,
  rowOf: (token: Token) => Row,
  selected?: ReadonlySet<string>,
): AsyncGenerator<CollectedCount, Row[]> {
  const rows = new Map<string, Row>()
  let ids: string[] = []
  for (let round = 0; round < maxRounds; round += 1) {
    ids = await listIds(filter, selected)
    const rest = ids.filter((id) => !rows.has(id))
    if (rest.length === 0) break
    for (let start = 0; start < rest.length; start += batchSize) {
      yield { finished: rows.size, total: Math.max(ids.length, rows.size) }
      const found = await lookUpTokens(rest.slice(start, start + batchSize))
      for (const token of found) rows.set(token.id, rowOf(token))
    }
    yield { finished: rows.size, total: Math.max(ids.length, rows.size) }
  }
  const listed = new Set(ids)
  return Array.from(rows)
    .filter(([id]) => listed.has(id))
    .map(([, row]) => row)
}

async function listIds(filter: TokenFilter, selected?: ReadonlySet<string>): Promise<string[]> {
  const newestFirst = await listTokenIds(selected ? {} : filter)
  return newestFirst
    .filter(({ id }) => !selected || selected.has(id))
    .flatMap(({ id, oldKeyIds }) => [id, ...oldKeyIds])
    .reverse()
}
