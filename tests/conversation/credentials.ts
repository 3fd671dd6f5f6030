import { eachOperation } from './publicApi.ts'
import { ask, type Ask, type Part, withKey } from './step.ts'
import { generate, permissions } from './tokens.ts'

/** Keys that unlock nothing, not everything, or not now. */
export function* credentials(): Part {
  yield* withoutToken()
  yield* ask('nobody finds what is nowhere', 404, 'GET', '/v1/nothing')
  yield* ask('nobody is told what may be done', 405, 'PATCH', '/v1/tags')

  const reader = withKey((yield* generate('Reader', 'read_only')).key)
  yield* reader('may read', 200, 'GET', '/v1/tickets?itemsPerPage=1')
  yield* reader('may not write', 403, 'PUT', '/v1/tickets/1', { body: { status: 'Closed' } })
  yield* reader('is refused before the body is looked at', 403, 'POST', '/v1/tags', { body: '{' })
  yield* reader('is refused whatever is there', 403, 'DELETE', '/v1/tags/9999')

  const chosen = permissions({ messages: 'full_access', tag_items: 'read_only' })
  const custom = withKey((yield* generate('Chooser', 'custom', chosen)).key)
  yield* custom('may always ask who it is', 200, 'GET', '/v1/whoami')
  yield* custom('may read tags', 200, 'GET', '/v1/tags')
  yield* custom('may not write them', 403, 'POST', '/v1/tags', { body: {} })
  yield* custom('may not read tickets', 403, 'GET', '/v1/tickets')
  yield* custom('may not even ask for their headers', 403, 'HEAD', '/v1/tickets')
  yield* custom('may write messages', 400, 'POST', '/v1/messages', { body: {} })

  yield* deleted()
  yield* planBelow(reader)
}

function* withoutToken(): Part {
  const values = ['', 'Bearer', 'Bearer  ', 'Basic YTpi', 'Token abc', 'Bearer a b', 'edesk_abc']
  yield* ask('no key at all', 401, 'GET', '/v1/whoami')
  for (const value of values) {
    const headers = { Authorization: value }
    yield* ask(`Authorization: "${value}"`, 401, 'GET', '/v1/whoami', { headers })
  }
  yield* eachOperation(ask, 'without a key', 401)
  yield* eachOperation(withKey('edesk_abc'), 'with a key of the wrong form', 403)
  yield* withKey('edesk_000000000000000000000000000000000000')(
    'a key whose checksum is wrong',
    403,
    'GET',
    '/v1/whoami',
  )
  yield* ask('a key in the address is none', 401, 'GET', '/v1/whoami?access_token=edesk_abc')
}

function* deleted(): Part {
  const token = yield* generate('Short-lived')
  const application = withKey(token.key)
  yield* application('works', 200, 'GET', '/v1/whoami')
  yield* ask('its token is deleted', 204, 'DELETE', `/api/tokens/${token.id}`)
  yield* application('works no more', 403, 'GET', '/v1/whoami')
}

function* planBelow(reader: Ask): Part {
  yield* ask('the plan falls', 200, 'PUT', '/api/plan', { body: { plan: 'starter' } })
  yield* reader('is refused for the plan', 403, 'GET', '/v1/whoami')
  yield* ask('so is the Admin', 403, 'GET', '/api/tokens')
  yield* ask('the plan rises', 200, 'PUT', '/api/plan', { body: { plan: 'professional' } })
  yield* reader('works again', 200, 'GET', '/v1/whoami')
}
