import { ask, type Part } from './step.ts'

/** Log-in, users, access requests, notices, the plan and the tickets. */
export function* people(): Part {
  yield* ask('list the demo accounts', 200, 'GET', '/api/demo-accounts')
  yield* ask('the session before the log-in', 200, 'GET', '/api/session')
  yield* ask('the tokens are refused without a session', 401, 'GET', '/api/tokens')
  yield* refusedLogIns()

  yield* logIn('an Agent', 'agent@example.com')
  yield* ask('the tokens are refused to an Agent', 403, 'GET', '/api/tokens')
  const request = yield* ask('the Agent requests Admin access', 201, 'POST', '/api/access-requests')
  yield* ask('a second request changes nothing', 201, 'POST', '/api/access-requests')
  yield* ask('the notices are refused to an Agent', 403, 'GET', '/api/notices')
  yield* ask(
    'marking a notice is refused to an Agent',
    403,
    'POST',
    '/api/notices/read',
    marks('request:none', true),
  )
  yield* ask('the Agent logs out', 204, 'DELETE', '/api/session')
  yield* ask('the notices are refused without a session', 401, 'GET', '/api/notices')
  yield* ask(
    'marking a notice is refused without a session',
    401,
    'POST',
    '/api/notices/read',
    marks('request:none', true),
  )
  yield* ask('changing the plan is refused without a session', 401, 'PUT', '/api/plan', {
    body: { plan: 'starter' },
  })

  yield* logIn('an Admin', 'ADMIN@example.com')
  yield* ask('the session of the Admin', 200, 'GET', '/api/session')
  const language = '/api/session/language'
  yield* ask('choose a language', 200, 'PUT', language, { body: { language: 'de' } })
  yield* ask('the session with the language', 200, 'GET', '/api/session')
  yield* ask('choose an unknown language', 422, 'PUT', language, { body: { language: 'tlh' } })
  yield* ask('the Admin lists the users', 200, 'GET', '/api/users')
  yield* ask('the Admin lists the access requests', 200, 'GET', '/api/access-requests')
  const { id } = JSON.parse(request.body) as { id: string }
  yield* notices(`request:${id}`)
  const path = `/api/access-requests/${id}`
  const decline = { body: { status: 'declined' } }
  yield* ask('the Admin declines the access request', 200, 'PATCH', path, decline)
  yield* ask('a declined request cannot be declined again', 409, 'PATCH', path, decline)
  yield* ask('an unknown status for an access request', 422, 'PATCH', path, {
    body: { status: 'perhaps' },
  })
  yield* ask('a body that is not JSON', 400, 'PATCH', path, { body: '{' })
  yield* ask(
    'an access request that does not exist',
    404,
    'PATCH',
    '/api/access-requests/nobody',
    decline,
  )

  const role = (name: string) => ({ body: { role: name } })
  yield* ask('make a user an Admin', 200, 'PATCH', '/api/users/usr_noor', role('admin'))
  yield* ask('make the user an Agent', 200, 'PATCH', '/api/users/usr_noor', role('agent'))
  yield* ask('a role that does not exist', 422, 'PATCH', '/api/users/usr_noor', role('owner'))
  yield* ask('a user who does not exist', 404, 'PATCH', '/api/users/usr_none', role('agent'))
  yield* ask('a role that is not JSON', 400, 'PATCH', '/api/users/usr_noor', { body: '{' })

  yield* ask('get the plan', 200, 'GET', '/api/plan')
  yield* ask('an unknown plan', 422, 'PUT', '/api/plan', { body: { plan: 'golden' } })
  yield* ask('list the tickets', 200, 'GET', '/api/tickets?page=1&pageSize=3')
  yield* ask('get a ticket with its order', 200, 'GET', '/api/tickets/1')
  yield* ask('get a ticket of another business', 404, 'GET', '/api/tickets/21')
  yield* ask('page 0 of the tickets', 400, 'GET', '/api/tickets?page=0')
  yield* ask('a page of tickets beyond the end', 200, 'GET', '/api/tickets?page=999999999999999')
}

/** The Admin marks the notice about the access request as read and as unread. */
function* notices(id: string): Part {
  const read = '/api/notices/read'
  yield* ask('the Admin lists the notices', 200, 'GET', '/api/notices')
  yield* ask('the notice is marked as read', 204, 'POST', read, marks(id, true))
  yield* ask('the notice is still read', 200, 'GET', '/api/notices')
  yield* ask('the notice is marked as unread', 204, 'POST', read, marks(id, false))
  yield* ask('an empty list of notices is refused', 422, 'POST', read, {
    body: { ids: [], read: true },
  })
  yield* ask('a body for notices that is not JSON', 400, 'POST', read, { body: '{' })
}

function marks(id: string, read: boolean) {
  return { body: { ids: [id], read } }
}

/** Logs in to a demo account. */
export function* logIn(person: string, email: string): Part {
  const body = { email, password: 'edesk-demo' }
  yield* ask(`${person} logs in`, 201, 'POST', '/api/session', { body })
}

function* refusedLogIns(): Part {
  const body = { email: 'admin@example.com', password: 'guessed' }
  yield* ask('a wrong password', 401, 'POST', '/api/session', { body })
  yield* ask('a body that is not JSON', 400, 'POST', '/api/session', { body: '{"email":' })
  yield* ask('no body', 400, 'POST', '/api/session')
  yield* ask('another content type', 400, 'POST', '/api/session', {
    body: 'email=admin@example.com',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  yield* ask('invalid fields', 422, 'POST', '/api/session', {
    body: { email: 7, secret: 'x' },
  })
}
