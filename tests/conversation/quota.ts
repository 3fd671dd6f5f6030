import { eachOperation } from './publicApi.ts'
import { ask, type Part, withKey } from './step.ts'

/** An application that asks too much at once. */
export function* quota(key: string): Part {
  const eager = withKey(key)
  for (let number = 1; number <= 60; number += 1) {
    yield* eager(`call ${number}`, 200, 'GET', '/v1/whoami')
  }
  yield* eager('one too many', 429, 'GET', '/v1/whoami')
  yield* eachOperation(eager, 'without quota', 429)
}

/** What is kept of a token's requests. */
export function* requestLog(tokenId: string): Part {
  const address = `/api/tokens/${tokenId}`
  yield* ask('its last use', 200, 'GET', address)
  yield* ask('its requests', 200, 'GET', `${address}/requests?pageSize=100`)
  for (const outcome of ['answered', 'refused', 'not_valid']) {
    yield* ask(`those ${outcome}`, 200, 'GET', `${address}/requests?outcome=${outcome}&pageSize=5`)
  }
  yield* ask('a far page of them', 200, 'GET', `${address}/requests?page=999999999999999`)
  yield* ask('those of no outcome', 400, 'GET', `${address}/requests?outcome=lost`)
  yield* ask('its use by days', 200, 'GET', `${address}/usage`)
}
