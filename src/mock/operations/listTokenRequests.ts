import { defaultPageSizes } from '#src/api/generated/values.ts'
import type { components } from '#src/api/generated/schema.ts'

import type { TokenRequestRecord } from '../domain/records.ts'
import { requestHeadersOf, responseHeadersOf } from '../domain/requestHeaders.ts'
import type { Operation } from '../server/operation.ts'
import { getOwned } from './getOwned.ts'

type TokenRequest = components['schemas']['TokenRequest']

export const listTokenRequests: Operation<'listTokenRequests', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, path, query, db }) {
    const token = await getOwned(db, 'tokens', actor, path.tokenId)
    const { page = 1, pageSize = defaultPageSizes.listTokenRequests, outcome } = query
    const index = outcome ? 'byOutcome' : 'byToken'
    const equals = outcome ? [token.id, outcome] : [token.id]
    const requests = await db.list('requests', index, {
      equals,
      direction: 'descending',
      offset: (page - 1) * pageSize,
      limit: pageSize,
    })
    const total = await db.count('requests', index, equals)
    return { status: 200, body: { items: requests.map(toTokenRequest), total, page, pageSize } }
  },
}

function toTokenRequest(record: TokenRequestRecord): TokenRequest {
  const { tokenId: _tokenId, sent: _sent, received: _received, ...request } = record
  const { requestId = null, path = null, client = null, address = null } = request
  const requestHeaders = requestHeadersOf(record)
  const responseHeaders = responseHeadersOf(record)
  return { ...request, requestId, path, client, address, requestHeaders, responseHeaders }
}
