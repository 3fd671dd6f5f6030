import { hashKey } from '#src/mock/domain/tokenKey.ts'

import { type StepResponse, ask, type Part } from './step.ts'

interface Token {
  id: string
  key: string
}

/** The management of tokens by an Admin. */
export function* tokens(): Part {
  const body = { name: 'First', description: 'of all', accessLevel: 'read_only' }
  const once = { 'Idempotency-Key': 'the-first-of-all' }
  yield* ask('create a token without an Idempotency-Key', 400, 'POST', '/api/tokens', { body })
  yield* ask('create a token with an empty body', 422, 'POST', '/api/tokens', {
    body: {},
    headers: once,
  })
  yield* ask('create a Read-only token with permissions', 422, 'POST', '/api/tokens', {
    body: { ...body, permissions: permissions({}) },
    headers: once,
  })
  yield* ask('create a Custom token without access', 422, 'POST', '/api/tokens', {
    body: { ...body, accessLevel: 'custom', permissions: permissions({}) },
    headers: once,
  })
  const { id } = tokenIn(
    yield* ask('create a token', 201, 'POST', '/api/tokens', { body, headers: once }),
  )
  yield* ask('repeat the request: the response has another key', 201, 'POST', '/api/tokens', {
    body,
    headers: once,
  })
  yield* ask('send another body with the same Idempotency-Key', 422, 'POST', '/api/tokens', {
    body: { ...body, name: 'Second' },
    headers: once,
  })
  yield* ask('report that the key was shown', 204, 'POST', `/api/tokens/${id}/key-shown`)
  yield* ask('repeat the request: the response has no key', 200, 'POST', '/api/tokens', {
    body,
    headers: once,
  })
  yield* ask('create a token with a name that is taken', 422, 'POST', '/api/tokens', {
    body: { ...body, name: 'Ｆirst' },
    headers: { 'Idempotency-Key': 'the-second-of-all' },
  })
  for (const name of ['ＦIRST', 'free']) {
    yield* ask(`find the token that is called ${name}`, 200, 'POST', '/api/token-names', {
      body: { name },
    })
  }
  yield* ask('find the token without a name', 422, 'POST', '/api/token-names', { body: {} })
  yield* keysInTexts(id)
  yield* changes(id)

  const custom = yield* generate('Émile 🚚', 'custom', permissions({ tickets: 'read_only' }))
  for (const sort of ['attention', 'name', '-name', 'createdAt', '-createdAt']) {
    yield* ask(`list the tokens by ${sort}`, 200, 'GET', `/api/tokens?sort=${sort}&pageSize=2`)
  }
  yield* filtersAndBatches()
  yield* ask('list the tokens in an unknown order', 400, 'GET', '/api/tokens?sort=luck')
  yield* ask('page 0', 400, 'GET', '/api/tokens?page=0')
  yield* ask('a page beyond the end', 200, 'GET', '/api/tokens?page=999999999999999')
  yield* ask('get the usage of an unused token', 200, 'GET', `/api/tokens/${custom.id}/usage`)
  yield* ask('get the advice about a token', 200, 'GET', `/api/tokens/${custom.id}/advice`)
  yield* ask(
    'get the advice about a token that does not exist',
    404,
    'GET',
    '/api/tokens/tok_none/advice',
  )
  yield* ask('get the advice about all tokens', 200, 'GET', '/api/advice')
  yield* lifeCycle(custom)
  yield* ask('delete the token', 204, 'DELETE', `/api/tokens/${custom.id}`)
  yield* ask('get the deleted token', 404, 'GET', `/api/tokens/${custom.id}`)
}

/** No text of a token may contain a key, in any encoding: not even one of no token. */
function* keysInTexts(id: string): Part {
  const key = `edesk_${'0'.repeat(30)}495VgU`
  const texts = [key, `It is %65${key.slice(1)}.`, btoa(`k=${key}`), key.slice(0, 30)]
  for (const [number, text] of texts.entries()) {
    const given = { name: `Key ${number}`, accessLevel: 'read_only', description: text }
    const headers = { 'Idempotency-Key': `with-a-key-${number}` }
    yield* ask(`create a token with ${text} in its description`, 422, 'POST', '/api/tokens', {
      body: given,
      headers,
    })
    yield* ask(`rename a token to ${text}`, 422, 'PATCH', `/api/tokens/${id}`, {
      body: { name: text },
      headers: { 'If-Match': '*' },
    })
    const search = encodeURIComponent(text)
    yield* ask(`search for ${text}`, 400, 'GET', `/api/tokens?search=${search}`)
    yield* ask(`search the ids for ${text}`, 400, 'GET', `/api/token-ids?search=${search}`)
    yield* ask(`list the activity of ${text}`, 400, 'GET', `/api/activity?token=${search}`)
  }
  yield* ask('create a token with a key as Idempotency-Key', 400, 'POST', '/api/tokens', {
    body: { name: 'Key', accessLevel: 'read_only' },
    headers: { 'Idempotency-Key': key },
  })
}

/** The order of names, and a search that ignores accents and the order of words: in both directions, along an index and not. */
function* order(): Part {
  for (const name of ['Token 10', 'Zebra', 'Łódź returns', 'Token 2', 'ärzte (été)']) {
    yield* generate(name)
  }
  const queries = ['sort=name', 'sort=-name', 'sort=name&neverUsed=true', 'sort=-name&search=t']
  for (const query of [...queries, 'search=returns+lodz', 'search=ETE+arzte']) {
    yield* ask(`list the tokens with ${query}`, 200, 'GET', `/api/tokens?${query}`)
  }
}

/** Filters and batches. */
function* filtersAndBatches(): Part {
  const filters = [
    'search=ＥＭＩＬＥ',
    'search=é&access=custom&feature=tickets&madeBy=usr_alex',
    'search=nobody',
    'status=active&pageSize=2',
    'status=failing',
    'neverUsed=true&sort=-lastUsedAt',
    'neverUsed=false&sort=lastUsedAt',
    'unusedFor=30&sort=-expiresAt',
    'expiring=14&sort=expiresAt&page=2',
  ]
  for (const filter of filters) {
    yield* ask(`list the tokens with ${filter}`, 200, 'GET', `/api/tokens?${filter}`)
    yield* ask(`list the token ids with ${filter}`, 200, 'GET', `/api/token-ids?${filter}`)
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
    yield* ask(`list the tokens with ${filter}`, 400, 'GET', `/api/tokens?${filter}`)
    yield* ask(`list the token ids with ${filter}`, 400, 'GET', `/api/token-ids?${filter}`)
  }
  yield* order()
  const one = yield* generate('One of two')
  const other = yield* generate('The other of two')
  const batch = (body: unknown) => ['POST', '/api/token-batches', { body }] as const
  const ids = [one.id, 'tok_none', other.id]
  const lookUp = (body: unknown) => ['POST', '/api/token-lookups', { body }] as const
  yield* ask('get several tokens by id', 200, ...lookUp({ ids }))
  yield* ask('get an empty list of tokens', 422, ...lookUp({ ids: [] }))
  yield* ask('get tokens with a body that is not JSON', 400, ...lookUp('{'))
  yield* ask('list the activity before an entry', 200, 'GET', '/api/activity?before=3&pageSize=2')
  yield* ask('list the activity before no entry', 400, 'GET', '/api/activity?before=0')
  yield* ask('pause several tokens', 200, ...batch({ action: 'pause', ids }))
  yield* ask('delete several tokens', 200, ...batch({ action: 'delete', ids }))
  yield* ask('delete the same tokens again', 200, ...batch({ action: 'delete', ids }))
  yield* ask('send an unknown action for several tokens', 422, ...batch({ action: 'sell', ids }))
  yield* ask('delete an empty list of tokens', 422, ...batch({ action: 'delete', ids: [] }))
  yield* ask(
    'delete a list that contains a token twice',
    422,
    ...batch({ action: 'delete', ids: ['tok_1', 'tok_1'] }),
  )
  const many = Array.from({ length: 101 }, (_, number) => `tok_${number}`)
  yield* ask('delete more than a hundred tokens', 422, ...batch({ action: 'delete', ids: many }))
  yield* ask('send a batch that is not JSON', 400, ...batch('{'))
}

function* changes(id: string): Part {
  const path = `/api/tokens/${id}`
  const { headers } = yield* ask('get the token with its version', 200, 'GET', path)
  const { etag = '' } = headers
  const body = { name: 'The first' }
  const change = (ifMatch: string) => ({ body, headers: { 'If-Match': ifMatch } })
  yield* ask('update without If-Match', 428, 'PATCH', path, { body })
  yield* ask('update the token', 200, 'PATCH', path, change(etag))
  yield* ask('update the previous version', 412, 'PATCH', path, change(etag))
  yield* ask('update any version', 200, 'PATCH', path, change('*'))
  const compressed = (tag: string) => tag.replace(/"$/, '-gzip"')
  const current = (yield* ask('get the current version', 200, 'GET', path)).headers.etag ?? ''
  yield* ask('update with the ETag that a proxy has made weak', 200, 'PATCH', path, {
    body: { name: 'The second' },
    headers: { 'If-Match': `W/${current}` },
  })
  yield* ask('update it again', 412, 'PATCH', path, change(`W/${current}`))
  const next = (yield* ask('get the next version', 200, 'GET', path)).headers.etag ?? ''
  yield* ask('update with the ETag of a compressed response', 200, 'PATCH', path, {
    body: { name: 'The first' },
    headers: { 'If-Match': compressed(next) },
  })
  yield* ask('update it again', 412, 'PATCH', path, change(compressed(next)))
  yield* ask('update with an empty body', 422, 'PATCH', path, {
    body: {},
    headers: { 'If-Match': '*' },
  })
  yield* ask('update with a body that is not JSON', 400, 'PATCH', path, { body: '{' })
  yield* ask('update the access, which cannot change', 422, 'PATCH', path, {
    body: { accessLevel: 'full_access' },
    headers: { 'If-Match': '*' },
  })
  yield* ask('get a token that does not exist', 404, 'GET', '/api/tokens/tok_none')
  yield* ask('a wrong method', 405, 'PUT', '/api/tokens')
  yield* ask('an unknown path', 404, 'GET', '/api/nothing')
  yield* ask('a malformed path', 404, 'GET', '/api/tokens/%E0%A4%A')
  yield* ask('a HEAD request', 405, 'HEAD', '/api/tokens')
  yield* ask('an OPTIONS request', 405, 'OPTIONS', '/api/tokens')
}

/** The life cycle of a token: pause, expiration, replacement, leaked keys and activity. */
function* lifeCycle({ id, key }: Token): Part {
  const path = `/api/tokens/${id}`
  const sooner = (expiresAt: string) => ({ body: { expiresAt }, headers: { 'If-Match': '*' } })
  yield* ask('pause the token', 200, 'POST', `${path}/pause`)
  yield* ask('pause it again, which changes nothing', 200, 'POST', `${path}/pause`)
  yield* ask('resume the token', 200, 'POST', `${path}/resume`)
  yield* ask('shorten the expiration', 200, 'PATCH', path, sooner('2026-12-01T00:00:00Z'))
  yield* ask(
    'extend the expiration, which is refused',
    422,
    'PATCH',
    path,
    sooner('2026-12-02T00:00:00Z'),
  )
  yield* ask(
    'set the expiration to a date that does not exist',
    422,
    'PATCH',
    path,
    sooner('2026-11-31T00:00:00Z'),
  )
  yield* ask('set the expiration to the past', 422, 'PATCH', path, sooner('2026-11-23T00:00:00Z'))
  yield* ask('retire a token without a replacement', 409, 'POST', `${path}/retirement`)

  const body = { accessLevel: 'full_access', keepOldKey: 'week' }
  const replacement = `${path}/replacement`
  const once = { 'Idempotency-Key': 'the-place-of-another' }
  yield* ask('replace the token without an Idempotency-Key', 400, 'POST', replacement, { body })
  yield* ask('replace the token without an access level', 422, 'POST', replacement, {
    body: {},
    headers: once,
  })
  yield* ask('replace an unknown token', 404, 'POST', '/api/tokens/tok_none/replacement', {
    body,
    headers: once,
  })
  const { id: next } = tokenIn(
    yield* ask('replace the token', 201, 'POST', replacement, { body, headers: once }),
  )
  yield* ask('report that the new key was shown', 204, 'POST', `/api/tokens/${next}/key-shown`)
  yield* ask('repeat the request: the response has no key', 200, 'POST', replacement, {
    body,
    headers: once,
  })
  yield* ask('replace the token a second time', 409, 'POST', replacement, {
    body,
    headers: { 'Idempotency-Key': 'the-place-of-another-2' },
  })
  yield* ask('get the new token, which names the old one', 200, 'GET', `/api/tokens/${next}`)
  yield* ask('find the token of a key', 200, 'POST', '/api/found-keys', {
    body: { hashes: [hashKey(key), '0'.repeat(64)] },
  })
  yield* ask('find the tokens of no keys', 422, 'POST', '/api/found-keys', { body: { hashes: [] } })
  yield* ask('find the token of an invalid hash', 422, 'POST', '/api/found-keys', {
    body: { hashes: ['x'] },
  })
  yield* ask('find keys with a body that is not JSON', 400, 'POST', '/api/found-keys', {
    body: '{',
  })
  yield* ask('pause a token that does not exist', 404, 'POST', '/api/tokens/tok_none/pause')
  yield* ask('resume a token that does not exist', 404, 'POST', '/api/tokens/tok_none/resume')
  yield* ask('retire a token that does not exist', 404, 'POST', '/api/tokens/tok_none/retirement')
  yield* ask('delete the new token', 204, 'DELETE', `/api/tokens/${next}`)
  yield* ask('list a page of the activity', 200, 'GET', '/api/activity?pageSize=5&page=2')
  yield* ask('list one action on the token', 200, 'GET', `/api/activity?token=${id}&action=paused`)
  yield* ask('list an unknown action', 400, 'GET', '/api/activity?action=luck')
  yield* retirement()
}

function* retirement(): Part {
  const { id } = yield* generate('Old hand')
  yield* ask('replace another token', 201, 'POST', `/api/tokens/${id}/replacement`, {
    body: { accessLevel: 'read_only', keepOldKey: 'hour', expiresAt: null },
    headers: { 'Idempotency-Key': 'the-place-of-old-hand' },
  })
  yield* ask('retire the old token', 204, 'POST', `/api/tokens/${id}/retirement`)
}

/** Creates a token as the person who is logged in. */
export function* generate(
  name: string,
  accessLevel = 'full_access',
  chosen?: Record<string, string>,
): Part<Token> {
  return tokenIn(
    yield* ask(`create a token for ${name}`, 201, 'POST', '/api/tokens', {
      body: { name, accessLevel, ...(chosen ? { permissions: chosen } : {}) },
      headers: { 'Idempotency-Key': `a-token-for-${encodeURIComponent(name)}` },
    }),
  )
}

function tokenIn({ body }: StepResponse): Token {
  const { token, key = null } = JSON.parse(body) as { token?: { id: string }; key?: string | null }
  return { id: token?.id ?? '', key: key ?? '' }
}

/** Returns the permissions of a Custom token: the chosen ones, and No Access for every other feature. */
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
