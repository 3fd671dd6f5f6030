import { eachOperation } from './publicApi.ts'
import { ask, type Part, withKey } from './step.ts'

/** An application that exceeds its quota. */
export function* quota(key: string): Part {
  const call = withKey(key)
  for (let number = 1; number <= 60; number += 1) {
    yield* call(`call ${number}`, 200, 'GET', '/v1/whoami')
  }
  yield* call('one call too many', 429, 'GET', '/v1/whoami')
  yield* eachOperation(call, 'without quota', 429)
}

/** The log of the requests with a token. */
export function* requestLog(tokenId: string): Part {
  const path = `/api/tokens/${tokenId}`
  yield* ask('get the token with its last use', 200, 'GET', path)
  yield* ask('list the requests of the token', 200, 'GET', `${path}/requests?pageSize=100`)
  for (const outcome of ['answered', 'refused', 'not_valid']) {
    yield* ask(
      `list the requests with the outcome ${outcome}`,
      200,
      'GET',
      `${path}/requests?outcome=${outcome}&pageSize=5`,
    )
  }
  yield* ask(
    'a page of requests beyond the end',
    200,
    'GET',
    `${path}/requests?page=999999999999999`,
  )
  yield* ask('requests with an unknown outcome', 400, 'GET', `${path}/requests?outcome=lost`)
  for (const filter of [
    'address=',
    'program=',
    'address=203.0.113.1&program=curl&outcome=refused',
  ]) {
    yield* ask(`list the requests with ${filter}`, 200, 'GET', `${path}/requests?${filter}`)
  }
  yield* ask('list where the token is used from', 200, 'GET', `${path}/places`)
  yield* ask('search where it is used from', 200, 'GET', `${path}/places?search=curl&pageSize=5`)
  yield* ask('page 0 of the places', 400, 'GET', `${path}/places?page=0`)
  yield* ask('confirm new places', 200, 'POST', `${path}/places/confirm`, {
    body: { until: '2026-11-24T10:00:00+01:00' },
  })
  yield* ask('confirm new places until no time', 422, 'POST', `${path}/places/confirm`, {
    body: { until: '2026-11-24T24:00:00Z' },
  })
  yield* ask('the places of an unknown token', 404, 'GET', '/api/tokens/tok_none/places')
  yield* ask('get the usage by day', 200, 'GET', `${path}/usage`)
}
