import { defaultPageSizes } from '#src/api/generated/values.ts'

import type { TokenRequestRecord } from '../domain/records.ts'
import type { Operation } from '../server/operation.ts'
import { getOwned } from './getOwned.ts'

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
    return { status: 200, body: { items: requests.map(withoutToken), total, page, pageSize } }
  },
}

function withoutToken({ tokenId: _tokenId, ...request }: TokenRequestRecord) {
  const { requestId = null, path = null, client = null } = request
  return { ...request, requestId, path, client }
}
