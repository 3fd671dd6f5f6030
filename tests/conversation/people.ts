import { ask, type Part } from './step.ts'

/** Who is there, who may what, and how one logs in. */
export function* people(): Part {
  yield* ask('the demo tells its accounts', 200, 'GET', '/api/demo-accounts')
  yield* ask('nobody is logged in', 200, 'GET', '/api/session')
  yield* ask('nobody sees the tokens', 401, 'GET', '/api/tokens')
  yield* refusedLogIns()

  yield* logIn('an Agent', 'agent@example.com')
  yield* ask('an Agent may not see the tokens', 403, 'GET', '/api/tokens')
  const asked = yield* ask('the Agent asks for more', 201, 'POST', '/api/access-requests')
  yield* ask('asking twice changes nothing', 201, 'POST', '/api/access-requests')
  yield* ask('notices are for Admins', 403, 'GET', '/api/notices')
  yield* ask('so are their marks', 403, 'POST', '/api/notices/read', marks('request:none', true))
  yield* ask('the Agent logs out', 204, 'DELETE', '/api/session')
  yield* ask('nobody has notices', 401, 'GET', '/api/notices')
  yield* ask('nobody marks any', 401, 'POST', '/api/notices/read', marks('request:none', true))
  yield* ask('nobody changes the plan', 401, 'PUT', '/api/plan', { body: { plan: 'starter' } })

  yield* logIn('an Admin', 'ADMIN@example.com')
  yield* ask('the Admin is logged in', 200, 'GET', '/api/session')
  yield* ask('the Admin sees who is there', 200, 'GET', '/api/users')
  yield* ask('the Admin sees who has asked', 200, 'GET', '/api/access-requests')
  const { id } = JSON.parse(asked.body) as { id: string }
  yield* notices(`request:${id}`)
  const address = `/api/access-requests/${id}`
  const decline = { body: { status: 'declined' } }
  yield* ask('the Admin declines', 200, 'PATCH', address, decline)
  yield* ask('nothing is declined twice', 409, 'PATCH', address, decline)
  yield* ask('an answer that is none', 422, 'PATCH', address, { body: { status: 'perhaps' } })
  yield* ask('no JSON', 400, 'PATCH', address, { body: '{' })
  yield* ask('who has never asked', 404, 'PATCH', '/api/access-requests/nobody', decline)

  yield* ask('the plan', 200, 'GET', '/api/plan')
  yield* ask('a plan that there is not', 422, 'PUT', '/api/plan', { body: { plan: 'golden' } })
  yield* ask('the tickets', 200, 'GET', '/api/tickets?page=1&pageSize=3')
  yield* ask('a ticket with its order', 200, 'GET', '/api/tickets/1')
  yield* ask("another business's ticket", 404, 'GET', '/api/tickets/21')
  yield* ask('page 0 of the tickets', 400, 'GET', '/api/tickets?page=0')
  yield* ask('a far page of tickets', 200, 'GET', '/api/tickets?page=999999999999999')
}

/** The Admin hears of the request, and has heard of it then. */
function* notices(id: string): Part {
  const read = '/api/notices/read'
  yield* ask('the Admin has a notice', 200, 'GET', '/api/notices')
  yield* ask('it is read', 204, 'POST', read, marks(id, true))
  yield* ask('and stays so', 200, 'GET', '/api/notices')
  yield* ask('it is unread again', 204, 'POST', read, marks(id, false))
  yield* ask('nothing is marked', 422, 'POST', read, { body: { ids: [], read: true } })
  yield* ask('a mark that is no JSON', 400, 'POST', read, { body: '{' })
}

function marks(id: string, read: boolean) {
  return { body: { ids: [id], read } }
}

export function* logIn(who: string, email: string): Part {
  const body = { email, password: 'edesk-demo' }
  yield* ask(`${who} logs in`, 201, 'POST', '/api/session', { body })
}

function* refusedLogIns(): Part {
  const body = { email: 'admin@example.com', password: 'guessed' }
  yield* ask('a wrong password', 401, 'POST', '/api/session', { body })
  yield* ask('no JSON', 400, 'POST', '/api/session', { body: '{"email":' })
  yield* ask('no body', 400, 'POST', '/api/session')
  yield* ask('another content type', 400, 'POST', '/api/session', {
    body: 'email=admin@example.com',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  yield* ask('wrong fields', 422, 'POST', '/api/session', {
    body: { email: 7, secret: 'x' },
  })
}
