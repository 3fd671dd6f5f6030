import { defaultPageSizes } from '#src/api/generated/values.ts'
import type { components } from '#src/api/generated/schema.ts'

import { placeFilter, placesOf } from '../domain/places.ts'
import type { PlaceRecord } from '../domain/records.ts'
import type { Operation } from '../server/operation.ts'
import { getOwned } from './getOwned.ts'

export const listTokenPlaces: Operation<'listTokenPlaces', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, path, query, db }) {
    const token = await getOwned(db, 'tokens', actor, path.tokenId)
    const { page = 1, pageSize = defaultPageSizes.listTokenPlaces, search = '' } = query
    // At most as many as are kept.
    const kept = await db.list('places', 'byToken', { equals: [token.id], direction: 'descending' })
    const found = kept.filter(placeFilter(search))
    const offset = (page - 1) * pageSize
    const items = found.slice(offset, offset + pageSize).map(toPlace)
    const { rest } = placesOf(token)
    return { status: 200, body: { items, total: found.length, rest, page, pageSize } }
  },
}

function toPlace(record: PlaceRecord): Place {
  const { id: _id, tokenId: _tokenId, neverWorked: _never, unconfirmed, ...place } = record
  return { ...place, unconfirmed: unconfirmed?.novelty ?? null }
}

type Place = components['schemas']['Place']
