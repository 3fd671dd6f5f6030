import { generate, permissions } from './generate.ts'
import { eachOperation } from './publicApi.ts'
import { ask, type Ask, type Part, withKey } from './step.ts'

/** Requests without a key, with limited access, and with keys that no longer work. */
export function* credentials(): Part {
  yield* withoutToken()
  yield* ask('an unknown path without a key', 404, 'GET', '/v1/nothing')
  yield* ask('a wrong method without a key', 405, 'PATCH', '/v1/tags')

  const reader = withKey((yield* generate('Reader', 'read_only')).key)
  yield* reader('a Read-only key can read', 200, 'GET', '/v1/tickets?itemsPerPage=1')
  yield* reader('a Read-only key cannot write', 403, 'PUT', '/v1/tickets/1', {
    body: { status: 'Closed' },
  })
  yield* reader('a Read-only key is refused before the body is parsed', 403, 'POST', '/v1/tags', {
    body: '{',
  })
  yield* reader(
    'a Read-only key is refused even if the tag does not exist',
    403,
    'DELETE',
    '/v1/tags/9999',
  )

  const chosen = permissions({ messages: 'full_access', tag_items: 'read_only' })
  const custom = withKey((yield* generate('Chooser', 'custom', chosen)).key)
  yield* custom('any key can call whoami', 200, 'GET', '/v1/whoami')
  yield* custom('a Custom key can read tags', 200, 'GET', '/v1/tags')
  yield* custom('a Custom key cannot write tags', 403, 'POST', '/v1/tags', { body: {} })
  yield* custom('a Custom key cannot read tickets', 403, 'GET', '/v1/tickets')
  yield* custom('a Custom key cannot send HEAD for tickets', 403, 'HEAD', '/v1/tickets')
  yield* custom('a Custom key can write messages', 400, 'POST', '/v1/messages', { body: {} })

  yield* deleted()
  yield* planBelow(reader)
}

function* withoutToken(): Part {
  const values = ['', 'Bearer', 'Bearer  ', 'Basic YTpi', 'Token abc', 'Bearer a b', 'edesk_abc']
  yield* ask('no key', 401, 'GET', '/v1/whoami')
  for (const value of values) {
    const headers = { Authorization: value }
    yield* ask(`Authorization: "${value}"`, 401, 'GET', '/v1/whoami', { headers })
  }
  yield* eachOperation(ask, 'without a key', 401)
  yield* eachOperation(withKey('edesk_abc'), 'with a malformed key', 403)
  yield* withKey('edesk_000000000000000000000000000000000000')(
    'a key with a wrong checksum',
    403,
    'GET',
    '/v1/whoami',
  )
  yield* ask('a key in the query is ignored', 401, 'GET', '/v1/whoami?access_token=edesk_abc')
}

function* deleted(): Part {
  const token = yield* generate('Short-lived')
  const application = withKey(token.key)
  yield* application('the key works', 200, 'GET', '/v1/whoami')
  yield* ask('the token is deleted', 204, 'DELETE', `/api/tokens/${token.id}`)
  yield* application('the key no longer works', 403, 'GET', '/v1/whoami')
}

function* planBelow(reader: Ask): Part {
  yield* ask('the business moves to the Starter plan', 200, 'PUT', '/api/plan', {
    body: { plan: 'starter' },
  })
  yield* reader('the public API refuses the key because of the plan', 403, 'GET', '/v1/whoami')
  yield* ask('the token list is refused because of the plan', 403, 'GET', '/api/tokens')
  yield* ask('the business moves back to the Professional plan', 200, 'PUT', '/api/plan', {
    body: { plan: 'professional' },
  })
  yield* reader('the key works again', 200, 'GET', '/v1/whoami')
}
