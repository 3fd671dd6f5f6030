import { defineQueryOptions } from '@pinia/colada'

import { api, unwrapResponse } from '#src/api/client.ts'
import { limits } from '#src/api/generated/values.ts'

/** The addresses from which a token was used with success, the last used first. A new one has to be confirmed first. */
export const usedAddressesQuery = defineQueryOptions((tokenId: string) => ({
  key: ['tokens', 'used-addresses', tokenId],
  query: ({ signal }) => loadUsedAddresses(tokenId, signal),
}))

async function loadUsedAddresses(tokenId: string, signal: AbortSignal): Promise<string[]> {
  const params = { path: { tokenId }, query: { pageSize: limits.tokenPlaces } }
  const call = api.GET('/api/tokens/{tokenId}/places', { params, signal })
  const { items } = (await unwrapResponse(call)).data
  // Refused requests may be those of a stranger.
  const isNew = new Set(items.map((place) => place.unconfirmed === 'address' && place.address))
  const addresses = items.flatMap(({ address, requests, refused }) =>
    address !== null && requests > refused && !isNew.has(address) ? [address] : [],
  )
  return [...new Set(addresses)]
}
