import { plainText } from '#src/shared/foldText.ts'

import { compareNamesIn } from '../domain/compareNames.ts'
import type { ActivityRecord } from '../domain/records.ts'
import type { Reader } from '../domain/schema.ts'
import type { Operation } from '../server/operation.ts'
import { tokenThen } from '../server/records/serialize.ts'

const maxTokens = 20
/** How many names to read at most: a token that was often renamed has several. */
const maxNames = 100

export const listActivityTokens: Operation<'listActivityTokens', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, query, db, language }) {
    const found = new Map<string, ActivityRecord & { tokenId: string }>()
    for await (const entry of entriesByName(db, actor.business.id, plainText(query.name ?? ''))) {
      if (!found.has(entry.tokenId)) found.set(entry.tokenId, entry)
      if (found.size > maxTokens) break
    }
    const compareNames = compareNamesIn(language)
    // The index decides which are the first: reading all names would take too long.
    const entries = [...found.values()]
      .slice(0, maxTokens)
      .sort((one, other) => compareNames(one.tokenName, other.tokenName))
    const items = await Promise.all(entries.map((entry) => tokenThen(entry, entry.tokenId, db)))
    return { status: 200, body: { items, more: found.size > maxTokens } }
  },
}

/**
 * Yields an entry for each name of each token that begins with a text, sorted by name. It skips the other entries with the name
 * along the index, so that years of activity are never scanned.
 */
async function* entriesByName(
  db: Reader,
  businessId: string,
  text: string,
): AsyncGenerator<ActivityRecord & { tokenId: string }> {
  let from: readonly (string | number)[] = [text]
  for (let read = 0; read < maxNames; read += 1) {
    const [entry] = await db.list('activity', 'byTokenName', {
      equals: [businessId],
      from,
      limit: 1,
    })
    const { tokenId = null, tokenName = '' } = entry ?? {}
    const name = plainText(tokenName)
    if (!entry || tokenId === null || !name.startsWith(text)) return
    yield { ...entry, tokenId }
    from = [name, tokenId, Number.MAX_SAFE_INTEGER]
  }
}
