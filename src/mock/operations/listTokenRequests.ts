import { defaultPageSizes } from '#src/api/generated/values.ts'
import type { components } from '#src/api/generated/schema.ts'
import { programOf } from '#src/shared/clientProgram.ts'

import type { TokenRequestRecord } from '../domain/records.ts'
import { requestHeadersOf, responseHeadersOf } from '../domain/requestHeaders.ts'
import { retention } from '../domain/retention.ts'
import type { Reader } from '../domain/schema.ts'
import type { Operation } from '../server/operation.ts'
import { getOwned } from './getOwned.ts'

type TokenRequest = components['schemas']['TokenRequest']

interface Filters {
  outcome?: TokenRequestRecord['outcome']
  address?: string
  program?: string
}

export const listTokenRequests: Operation<'listTokenRequests', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, path, query, db }) {
    const token = await getOwned(db, 'tokens', actor, path.tokenId)
    const { page = 1, pageSize = defaultPageSizes.listTokenRequests } = query
    const range = { offset: (page - 1) * pageSize, limit: pageSize }
    const isSearch = query.address !== undefined || query.program !== undefined
    const { requests, total } = await (isSearch ? searchLog : readLog)(db, token.id, query, range)
    return { status: 200, body: { items: requests.map(toTokenRequest), total, page, pageSize } }
  },
}

interface Page {
  requests: TokenRequestRecord[]
  total: number
}

async function readLog(
  db: Reader,
  tokenId: string,
  { outcome }: Filters,
  range: { offset: number; limit: number },
): Promise<Page> {
  const index = outcome ? 'byOutcome' : 'byToken'
  const equals = outcome ? [tokenId, outcome] : [tokenId]
  const requests = await db.list('requests', index, { equals, direction: 'descending', ...range })
  return { requests, total: await db.count('requests', index, equals) }
}

/**
 * Reads the requests that the log keeps, and filters them: an index by address and one by program would make every request with
 * a token slower.
 */
async function searchLog(
  db: Reader,
  tokenId: string,
  { outcome, address, program }: Filters,
  { offset, limit }: { offset: number; limit: number },
): Promise<Page> {
  const kept = await db.list('requests', 'byToken', {
    equals: [tokenId],
    direction: 'descending',
    limit: retention.requestsPerToken,
  })
  const found = kept.filter(
    (request) =>
      (outcome === undefined || request.outcome === outcome) &&
      (address === undefined || (request.address ?? '') === address) &&
      (program === undefined || (programOf(request.client ?? null) ?? '') === program),
  )
  return { requests: found.slice(offset, offset + limit), total: found.length }
}

function toTokenRequest(record: TokenRequestRecord): TokenRequest {
  const { tokenId: _tokenId, sent: _sent, received: _received, ...request } = record
  const { requestId = null, path = null, client = null, address = null } = request
  const requestHeaders = requestHeadersOf(record)
  const responseHeaders = responseHeadersOf(record)
  return { ...request, requestId, path, client, address, requestHeaders, responseHeaders }
}
