import { hashKey } from '#src/mock/domain/tokenKey.ts'

import { type Answer, ask, type Part } from './step.ts'

interface Token {
  id: string
  key: string
}

/** The tokens, as an Admin sees and makes them. */
export function* tokens(): Part {
  const body = { name: 'First', description: 'of all', accessLevel: 'read_only' }
  const once = { 'Idempotency-Key': 'the-first-of-all' }
  yield* ask('a token without an Idempotency-Key', 400, 'POST', '/api/tokens', { body })
  yield* ask('a token without anything', 422, 'POST', '/api/tokens', { body: {}, headers: once })
  yield* ask('permissions that do not belong there', 422, 'POST', '/api/tokens', {
    body: { ...body, permissions: permissions({}) },
    headers: once,
  })
  const { id } = tokenIn(yield* ask('a token', 201, 'POST', '/api/tokens', { body, headers: once }))
  yield* ask('the same once more gives another key', 201, 'POST', '/api/tokens', {
    body,
    headers: once,
  })
  yield* ask('something else under the same Idempotency-Key', 422, 'POST', '/api/tokens', {
    body: { ...body, name: 'Second' },
    headers: once,
  })
  yield* ask('the key is on the screen', 204, 'POST', `/api/tokens/${id}/key-shown`)
  yield* ask('then it is not given again', 200, 'POST', '/api/tokens', { body, headers: once })
  yield* ask('a name that is taken', 422, 'POST', '/api/tokens', {
    body: { ...body, name: 'Ｆirst' },
    headers: { 'Idempotency-Key': 'the-second-of-all' },
  })
  yield* changes(id)

  const more = yield* generate('Émile 🚚', 'custom', permissions({ tickets: 'read_only' }))
  for (const sort of ['name', '-name', 'createdAt', '-createdAt']) {
    yield* ask(`the tokens by ${sort}`, 200, 'GET', `/api/tokens?sort=${sort}&pageSize=2`)
  }
  yield* found()
  yield* ask('the tokens in no order', 400, 'GET', '/api/tokens?sort=luck')
  yield* ask('page 0', 400, 'GET', '/api/tokens?page=0')
  yield* ask('a page far beyond the end', 200, 'GET', '/api/tokens?page=999999999999999')
  yield* ask('it was never used', 200, 'GET', `/api/tokens/${more.id}/usage`)
  yield* ask('what to do about it', 200, 'GET', `/api/tokens/${more.id}/advice`)
  yield* ask('what to do about nothing', 404, 'GET', '/api/tokens/tok_none/advice')
  yield* ask('what to do about all of them', 200, 'GET', '/api/advice')
  yield* life(more)
  yield* ask('a token is deleted', 204, 'DELETE', `/api/tokens/${more.id}`)
  yield* ask('and is gone', 404, 'GET', `/api/tokens/${more.id}`)
}

/** Some of the tokens, and what is done to several at once. */
function* found(): Part {
  const filters = [
    'search=ＥＭＩＬＥ',
    'search=é&access=custom&feature=tickets&madeBy=usr_alex',
    'search=nobody',
    'status=active&pageSize=2',
    'neverUsed=true&sort=-lastUsedAt',
    'neverUsed=false&sort=lastUsedAt',
    'unusedFor=30&sort=-expiresAt',
    'expiring=14&sort=expiresAt&page=2',
  ]
  for (const filter of filters) {
    yield* ask(`the tokens with ${filter}`, 200, 'GET', `/api/tokens?${filter}`)
    yield* ask(`the ids with ${filter}`, 200, 'GET', `/api/token-ids?${filter}`)
  }
  const wrong = [
    'neverUsed=maybe',
    'unusedFor=0',
    'expiring=soon',
    'feature=all',
    'access=none',
    'status=gone',
  ]
  for (const filter of [...wrong, `search=${'x'.repeat(201)}`]) {
    yield* ask(`the tokens with ${filter}`, 400, 'GET', `/api/tokens?${filter}`)
    yield* ask(`the ids with ${filter}`, 400, 'GET', `/api/token-ids?${filter}`)
  }
  const one = yield* generate('One of two')
  const other = yield* generate('The other of two')
  const batch = (body: unknown) => ['POST', '/api/token-batches', { body }] as const
  const ids = [one.id, 'tok_none', other.id]
  yield* ask('several are paused', 200, ...batch({ action: 'pause', ids }))
  yield* ask('several are deleted', 200, ...batch({ action: 'delete', ids }))
  yield* ask('they are gone already', 200, ...batch({ action: 'delete', ids }))
  yield* ask('several are sold', 422, ...batch({ action: 'sell', ids }))
  yield* ask('none are deleted', 422, ...batch({ action: 'delete', ids: [] }))
  yield* ask('one twice', 422, ...batch({ action: 'delete', ids: ['tok_1', 'tok_1'] }))
  const many = Array.from({ length: 101 }, (_, number) => `tok_${number}`)
  yield* ask('more than a hundred', 422, ...batch({ action: 'delete', ids: many }))
  yield* ask('a batch that is no JSON', 400, ...batch('{'))
}

function* changes(id: string): Part {
  const address = `/api/tokens/${id}`
  const { headers } = yield* ask('a token with its version', 200, 'GET', address)
  const { etag = '' } = headers
  const body = { name: 'The first' }
  const change = (ifMatch: string) => ({ body, headers: { 'If-Match': ifMatch } })
  yield* ask('a change of no version', 428, 'PATCH', address, { body })
  yield* ask('a change', 200, 'PATCH', address, change(etag))
  yield* ask('the same change of the version before', 412, 'PATCH', address, change(etag))
  yield* ask('a change of whatever is there', 200, 'PATCH', address, change('*'))
  yield* ask('a change of nothing', 422, 'PATCH', address, {
    body: {},
    headers: { 'If-Match': '*' },
  })
  yield* ask('a change that is no JSON', 400, 'PATCH', address, { body: '{' })
  yield* ask('its access does not change', 422, 'PATCH', address, {
    body: { accessLevel: 'full_access' },
    headers: { 'If-Match': '*' },
  })
  yield* ask('no such token', 404, 'GET', '/api/tokens/tok_none')
  yield* ask('no such method', 405, 'PUT', '/api/tokens')
  yield* ask('no such thing', 404, 'GET', '/api/nothing')
  yield* ask('a path that means nothing', 404, 'GET', '/api/tokens/%E0%A4%A')
  yield* ask('the headers alone', 405, 'HEAD', '/api/tokens')
  yield* ask('the options', 405, 'OPTIONS', '/api/tokens')
}

/** A token is paused, replaced, found again; its history is told. */
function* life({ id, key }: Token): Part {
  const address = `/api/tokens/${id}`
  const sooner = (expiresAt: string) => ({ body: { expiresAt }, headers: { 'If-Match': '*' } })
  yield* ask('it is paused', 200, 'POST', `${address}/pause`)
  yield* ask('and once more, which changes nothing', 200, 'POST', `${address}/pause`)
  yield* ask('it works again', 200, 'POST', `${address}/resume`)
  yield* ask('it lives shorter', 200, 'PATCH', address, sooner('2026-12-01T00:00:00Z'))
  yield* ask('it cannot live longer', 422, 'PATCH', address, sooner('2026-12-02T00:00:00Z'))
  yield* ask(
    'nor until a day that there is not',
    422,
    'PATCH',
    address,
    sooner('2026-11-31T00:00:00Z'),
  )
  yield* ask('nor until yesterday', 422, 'PATCH', address, sooner('2026-11-23T00:00:00Z'))
  yield* ask('nothing takes its place', 409, 'POST', `${address}/retirement`)

  const body = { accessLevel: 'full_access', keepOldKey: 'week' }
  const replacement = `${address}/replacement`
  const once = { 'Idempotency-Key': 'the-place-of-another' }
  yield* ask('a replacement without an Idempotency-Key', 400, 'POST', replacement, { body })
  yield* ask('a replacement without access', 422, 'POST', replacement, { body: {}, headers: once })
  yield* ask('a replacement of nothing', 404, 'POST', '/api/tokens/tok_none/replacement', {
    body,
    headers: once,
  })
  const { id: next } = tokenIn(
    yield* ask('a replacement', 201, 'POST', replacement, { body, headers: once }),
  )
  yield* ask('its key is on the screen', 204, 'POST', `/api/tokens/${next}/key-shown`)
  yield* ask('then it is not given again', 200, 'POST', replacement, { body, headers: once })
  yield* ask('another replacement of the same', 409, 'POST', replacement, {
    body,
    headers: { 'Idempotency-Key': 'the-place-of-another-2' },
  })
  yield* ask('both are told of each other', 200, 'GET', `/api/tokens/${next}`)
  yield* ask('whose key it is', 200, 'POST', '/api/found-keys', {
    body: { hashes: [hashKey(key), '0'.repeat(64)] },
  })
  yield* ask('whose key nothing is', 422, 'POST', '/api/found-keys', { body: { hashes: [] } })
  yield* ask('whose key no hash is', 422, 'POST', '/api/found-keys', { body: { hashes: ['x'] } })
  yield* ask('no JSON at all', 400, 'POST', '/api/found-keys', { body: '{' })
  yield* ask('no such token to pause', 404, 'POST', '/api/tokens/tok_none/pause')
  yield* ask('no such token to resume', 404, 'POST', '/api/tokens/tok_none/resume')
  yield* ask('no such token to retire', 404, 'POST', '/api/tokens/tok_none/retirement')
  yield* ask('the new one is deleted', 204, 'DELETE', `/api/tokens/${next}`)
  yield* ask('all that was done', 200, 'GET', '/api/activity?pageSize=5&page=2')
  yield* ask('what was done to it', 200, 'GET', `/api/activity?token=${id}&action=paused`)
  yield* ask('what was done by luck', 400, 'GET', '/api/activity?action=luck')
  yield* retirement()
}

function* retirement(): Part {
  const { id } = yield* generate('Old hand')
  yield* ask('its replacement', 201, 'POST', `/api/tokens/${id}/replacement`, {
    body: { accessLevel: 'read_only', keepOldKey: 'hour', expiresAt: null },
    headers: { 'Idempotency-Key': 'the-place-of-old-hand' },
  })
  yield* ask('the old one is retired', 204, 'POST', `/api/tokens/${id}/retirement`)
}

/** Makes a token, as whoever is logged in. */
export function* generate(
  name: string,
  accessLevel = 'full_access',
  chosen?: Record<string, string>,
): Part<Token> {
  return tokenIn(
    yield* ask(`a token for ${name}`, 201, 'POST', '/api/tokens', {
      body: { name, accessLevel, ...(chosen ? { permissions: chosen } : {}) },
      headers: { 'Idempotency-Key': `a-token-for-${encodeURIComponent(name)}` },
    }),
  )
}

function tokenIn({ body }: Answer): Token {
  const { token, key = null } = JSON.parse(body) as { token?: { id: string }; key?: string | null }
  return { id: token?.id ?? '', key: key ?? '' }
}

export function permissions(chosen: Record<string, string>): Record<string, string> {
  const features = [
    'sales_orders',
    'sales_orders_notes',
    'tickets',
    'messages',
    'users',
    'tag_items',
    'channels',
    'templates',
    'contacts',
    'tag_groups_users',
    'tag_groups',
  ]
  const none = Object.fromEntries(features.map((feature) => [feature, 'no_access']))
  return { ...none, ...chosen }
}
