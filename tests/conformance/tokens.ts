import { generate, permissions, tokenIn } from './generate.ts'
import { ask, type Part } from './step.ts'
import { lifeCycle } from './tokenLifecycle.ts'
import { filtersAndBatches } from './tokenLists.ts'

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
  yield* advice(custom.id)
  yield* lifeCycle(custom)
  yield* ask('delete the token', 204, 'DELETE', `/api/tokens/${custom.id}`)
  yield* ask('get the deleted token', 404, 'GET', `/api/tokens/${custom.id}`)
}

function* advice(tokenId: string): Part {
  yield* ask('get an overview of the advice', 200, 'GET', '/api/advice-overview')
  yield* ask('list the advice of a group', 200, 'GET', '/api/advice?group=unused&pageSize=2')
  yield* ask('list the advice without a group', 400, 'GET', '/api/advice')
  const items = [{ tokenId, kind: 'unused' }]
  for (const action of ['dismiss', 'restore']) {
    yield* ask(`${action} advice that does not apply`, 200, 'POST', '/api/advice-batches', {
      body: { action, items },
    })
  }
  yield* ask('dismiss advice of an unknown kind', 422, 'POST', '/api/advice-batches', {
    body: { action: 'dismiss', items: [{ tokenId, kind: 'luck' }] },
  })
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
