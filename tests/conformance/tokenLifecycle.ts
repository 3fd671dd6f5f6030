import { hashKey } from '#src/mock/domain/tokenKey.ts'

import { generate, type Token, tokenIn } from './generate.ts'
import { ask, type Part } from './step.ts'

/** The life cycle of a token: pause, expiration, replacement, leaked keys and activity. */
export function* lifeCycle({ id, key }: Token): Part {
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
  const days = (range: string) => ['GET', `/api/activity?${range}`] as const
  yield* ask('list the activity of a day', 200, ...days('from=2026-11-24&to=2026-11-24'))
  yield* ask('list the activity until a day', 200, ...days('to=2026-11-23'))
  yield* ask(
    'list the activity of a range that ends first',
    200,
    ...days('from=9999-12-31&to=0000-01-01'),
  )
  yield* ask('list the activity of no such day', 400, ...days('from=2026-02-30'))
  const names = (name: string) => ['GET', `/api/activity/tokens?name=${name}`] as const
  yield* ask('list the tokens in the activity', 200, ...names(''))
  yield* ask('list the tokens in the activity by name', 200, ...names('n%C3%A9'))
  yield* ask('list the tokens in the activity by a long name', 400, ...names('x'.repeat(101)))
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
