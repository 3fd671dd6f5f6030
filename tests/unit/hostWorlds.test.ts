import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'

import { describe, expect, it, onTestFinished } from 'vitest'

import type { DemoState } from '#src/mock/demo/demoControl.ts'
import { keyOf } from '#src/mock/scenarios/demoKeys.ts'
import { createHost } from '#src/mock/transports/host.ts'
import { createHostWorlds } from '#src/mock/transports/hostWorlds.ts'

import { ask, generate, type HttpAnswer, logIn } from './http.ts'

const control = '/demo-control/v1'
const hour = 60 * 60 * 1000

/** A host with worlds, on a free port, and what tests ask of it. */
async function startHost() {
  let time = Date.parse('2027-01-01T00:00:00Z')
  const worlds = await createHostWorlds({
    now: () => time,
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
  })
  const host = createHost({
    ...worlds,
    serveFile: (_request, response) => response.end('the application'),
  })
  host.listen(0, '127.0.0.1')
  await once(host, 'listening')
  onTestFinished(() => {
    host.closeAllConnections()
    host.close()
  })
  const { port } = host.address() as AddressInfo

  async function make(link?: string, path = '/worlds') {
    const { body } = await ask(
      port,
      'POST',
      control + path,
      link === undefined ? {} : { body: { link } },
    )
    const made = JSON.parse(body) as Made
    const [cookie] = made.cookies
    const Cookie = `${cookie?.name}=${cookie?.value}`
    const name = `${made.world}.${made.view}`
    return {
      ...made,
      name,
      headers: { Cookie },
      get: (address: string) => ask(port, 'GET', address, { headers: { Cookie } }),
      call: async <Result = DemoState>(verb: string, ...given: unknown[]): Promise<Result> => {
        const { status, body } = await ask(port, 'POST', `${control}/${name}/${verb}`, {
          body: given,
        })
        expect([status, body]).toEqual([200, body])
        return JSON.parse(body) as Result
      },
    }
  }

  return {
    port,
    make,
    pass: (milliseconds: number) => (time += milliseconds),
  }
}

interface Made {
  world: string
  view: number
  cookies: { name: string; value: string; domain: string }[]
}

interface Listed {
  items: { id: string; name: string }[]
}

function tokensIn({ body }: HttpAnswer): Listed['items'] {
  return (JSON.parse(body) as Listed).items
}

function detailOf({ body }: HttpAnswer): string {
  return (JSON.parse(body) as { detail: string }).detail
}

/** Whether the connection was closed without an answer. */
async function isLost(answering: Promise<HttpAnswer>): Promise<boolean> {
  try {
    await answering
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ECONNRESET'
  }
}

describe('worlds on the host', () => {
  it('begin alike, with the same ids, and see nothing of each other', async () => {
    const { make } = await startHost()
    const [one, other] = [await make('demo=tokens'), await make('?demo=tokens')]
    expect(one.world).not.toBe(other.world)
    const before = tokensIn(await one.get('/api/tokens'))
    expect(before.map(({ name }) => name)).toContain('ShipFast')
    expect(tokensIn(await other.get('/api/tokens'))).toEqual(before)

    const sent = { as: 'admin', method: 'POST', path: '/api/tokens' }
    const body = (name: string) => ({ ...sent, body: { name, accessLevel: 'read_only' } })
    const created = await one.call<{ body: { token: { id: string } } }>('send', body('Only here'))
    expect(tokensIn(await one.get('/api/tokens'))[0]?.name).toBe('Only here')
    expect(tokensIn(await other.get('/api/tokens'))).toEqual(before)
    const same = await other.call<{ body: { token: { id: string } } }>('send', body('Only there'))
    expect(same.body.token.id).toBe(created.body.token.id)
  })

  it('serve four clients at once, each in its own', async () => {
    const { port, make } = await startHost()
    const names = ['A', 'B', 'C', 'D']
    const seen = await Promise.all(
      names.map(async (name) => {
        const world = await make('demo=empty')
        const { headers } = await ask(port, 'POST', '/api/session', {
          headers: world.headers,
          body: { email: 'admin@example.com', password: 'edesk-demo' },
        })
        const session = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
        const Cookie = `${world.headers.Cookie}; ${session}`
        for (const number of [1, 2, 3]) await generate(port, { Cookie }, `${name}${number}`)
        return tokensIn(await ask(port, 'GET', '/api/tokens?sort=name', { headers: { Cookie } }))
      }),
    )
    expect(seen.map((tokens) => tokens.map(({ name }) => name).join(' '))).toEqual(
      names.map((name) => `${name}1 ${name}2 ${name}3`),
    )
  })

  it('leave requests that name none to a world of their own', async () => {
    const { port, make } = await startHost()
    const world = await make('demo=tokens')
    const session = await logIn(port)
    await generate(port, session, 'Without a world')
    const tokens = tokensIn(await ask(port, 'GET', '/api/tokens', { headers: session }))
    expect(tokens.map(({ name }) => name)).toEqual(['Without a world'])
    expect((await world.get('/api/tokens')).body).not.toContain('Without a world')
    const { body } = await ask(port, 'POST', `${control}/default/state`)
    expect(JSON.parse(body)).toMatchObject({ world: 'plain', transport: 'host', as: 'nobody' })
  })

  it('give whoever logs in in one of them a cookie that no script can read', async () => {
    const { port, make } = await startHost()
    const { headers } = await ask(port, 'POST', '/api/session', {
      headers: (await make('demo=empty')).headers,
      body: { email: 'admin@example.com', password: 'edesk-demo' },
    })
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/^edesk_session=\w+;.*HttpOnly$/)])
  })

  it('are named by a cookie that browsers and Playwright take, or by a header', async () => {
    const { port, make } = await startHost()
    const { world, view, cookies, get, name } = await make('demo=tokens')
    expect([view, cookies]).toEqual([
      1,
      [
        {
          name: 'edesk_world',
          value: `${world}.1`,
          domain: '127.0.0.1',
          path: '/',
          httpOnly: true,
          sameSite: 'Strict',
        },
      ],
    ])
    const listed = await get('/api/tokens')
    for (const header of [world, name]) {
      const headers = { 'X-Edesk-World': header, Cookie: 'edesk_world=nowhere.1' }
      expect((await ask(port, 'GET', '/api/tokens', { headers })).body).toBe(listed.body)
    }
  })

  it('are found by the key of an application that knows nothing of them', async () => {
    const { port, make } = await startHost()
    const world = await make('demo=just-connected')
    const headers = { Authorization: `Bearer ${keyOf('just-connected', 'ShipFast')}` }
    expect((await ask(port, 'GET', '/v1/whoami', { headers })).status).toBe(200)
    expect((await world.call<unknown[]>('exchanges')).at(-1)).toMatchObject({ path: '/v1/whoami' })

    await make('demo=just-connected')
    const unclear = await ask(port, 'GET', '/v1/whoami', { headers })
    expect(unclear.status).toBe(400)
    expect(unclear.body).toContain('Name yours in the header X-Edesk-World')
    const named = { ...headers, 'X-Edesk-World': world.world }
    expect((await ask(port, 'GET', '/v1/whoami', { headers: named })).status).toBe(200)
    // Nobody's key is refused as everywhere.
    const unknown = { Authorization: `Bearer ${keyOf('tokens', 'Nothing')}` }
    expect((await ask(port, 'GET', '/v1/whoami', { headers: unknown })).status).toBe(403)
  })

  it('are told to be unknown, in words and in the form of whichever API was asked', async () => {
    const { port, make } = await startHost()
    const { world, name } = await make('demo=tokens')
    expect((await ask(port, 'DELETE', `${control}/${world}`)).status).toBe(204)
    const headers = { 'X-Edesk-World': name }
    const management = await ask(port, 'GET', '/api/tokens', { headers })
    expect([management.status, management.headers['content-type']]).toEqual([
      404,
      'application/problem+json',
    ])
    expect(detailOf(management)).toContain(`There is no world “${world}”.`)
    const application = await ask(port, 'GET', '/v1/whoami', { headers })
    expect(JSON.parse(application.body)).toMatchObject({ error: { httpCode: 404 } })
    for (const path of [`${world}/state`, `${name}/state`, `${world}/views`]) {
      const answer = await ask(port, 'POST', `${control}/${path}`)
      expect([answer.status, detailOf(answer)]).toEqual([404, detailOf(management)])
    }
    expect((await ask(port, 'DELETE', `${control}/${world}`)).status).toBe(404)
    // The application itself is the same for all.
    expect((await ask(port, 'GET', '/', { headers })).body).toBe('the application')
  })

  it('are forgotten after an hour in which nobody used them', async () => {
    const { port, make, pass } = await startHost()
    const [used, unused] = [await make('demo=empty'), await make('demo=empty')]
    pass(hour)
    expect((await used.get('/api/session')).status).toBe(200)
    pass(1)
    expect((await unused.get('/api/session')).status).toBe(404)
    expect((await used.get('/api/session')).status).toBe(200)
    pass(2 * hour)
    expect((await ask(port, 'GET', '/api/session')).status).toBe(200)
  })
})

describe('views of a world', () => {
  it('are two people with two clocks, who see what the other does', async () => {
    const { make } = await startHost()
    const admin = await make('demo=tokens&demo.now=2026-12-31T23:59:50Z')
    const agent = await make('demo.as=agent', `/${admin.world}/views`)
    expect([agent.world, agent.view]).toEqual([admin.world, 2])
    expect(await admin.call('state')).toMatchObject({
      scenario: 'tokens',
      as: 'admin@example.com',
      now: '2026-12-31T23:59:50.000Z',
    })
    expect(await agent.call('state')).toMatchObject({
      scenario: 'tokens',
      as: 'agent@example.com',
      now: '2026-11-24T09:00:00.000Z',
    })
    expect((await agent.get('/api/tokens')).status).toBe(403)
    const send = { as: 'agent', method: 'POST', path: '/api/access-requests', body: {} }
    await agent.call('send', send)
    const { body } = await admin.get('/api/access-requests')
    expect(body).toContain('agent@example.com')
  })

  it('come back to the beginning together', async () => {
    const { make } = await startHost()
    const one = await make('demo=tokens&demo.latency=1')
    const other = await make('demo.as=admin', `/${one.world}/views`)
    const [token] = tokensIn(await one.get('/api/tokens'))
    const path = `/api/tokens/${token?.id ?? ''}`
    await one.call('send', { as: 'admin', method: 'DELETE', path })
    expect((await other.get(path)).status).toBe(404)
    await one.call('setView', { latency: 5, faults: [] })
    await other.call('setView', { latency: 7 })
    expect(await one.call('reset')).toMatchObject({ latency: 1 })
    expect(await other.call('state')).toMatchObject({ latency: 0, as: 'admin@example.com' })
    expect((await other.get(path)).status).toBe(200)
  })

  it('are not there where nobody has opened them', async () => {
    const { port, make } = await startHost()
    const { world } = await make('demo=empty')
    const answer = await ask(port, 'POST', `${control}/${world}.2/state`)
    expect([answer.status, detailOf(answer)]).toEqual([
      404,
      `There is no view “2” of the world “${world}”.`,
    ])
  })
})

describe('faults on the wire', () => {
  it('close the connection without an answer, before or after the call was carried out', async () => {
    const { port, make } = await startHost()
    const link =
      'demo=tokens&demo.fault=listTokens:lost@1&demo.fault=deleteToken:lost-after-commit@1'
    const world = await make(link)
    expect(await isLost(world.get('/api/tokens'))).toBe(true)
    const [token] = tokensIn(await world.get('/api/tokens'))
    const path = `/api/tokens/${token?.id ?? ''}`
    const { headers } = world
    expect(await isLost(ask(port, 'DELETE', path, { headers }))).toBe(true)
    expect((await world.get(path)).status).toBe(404)
    const seen = await world.call<{ operation: string; status: number }[]>('exchanges')
    expect(seen.map(({ operation, status }) => `${operation} ${status}`)).toEqual([
      'listTokens 0',
      'listTokens 200',
      'deleteToken 204',
      'getToken 404',
    ])
  })

  it('give a browser something that cannot be an answer, lest it sends the request again', async () => {
    const { port, make } = await startHost()
    const world = await make('demo=tokens&demo.fault=listTokens:lost@1')
    const headers = { ...world.headers, 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64)' }
    await expect(ask(port, 'GET', '/api/tokens', { headers })).rejects.toMatchObject({
      code: 'HPE_UNEXPECTED_CONTENT_LENGTH',
    })
    expect((await ask(port, 'GET', '/api/tokens', { headers })).status).toBe(200)
  })

  it('answer a status and rubbish as they are', async () => {
    const { make } = await startHost()
    const world = await make(
      'demo=tokens&demo.fault=getPlan:503@1&demo.fault=listTokens:rubbish@1&demo.fault=getPlan:418@2',
    )
    expect((await world.get('/api/plan')).status).toBe(503)
    expect((await world.get('/api/plan')).status).toBe(418)
    expect((await world.get('/api/plan')).status).toBe(200)
    const { body } = await world.get('/api/tokens')
    expect(() => JSON.parse(body) as unknown).toThrow(SyntaxError)
  })

  it('keep a client waiting until it goes, and nobody else', async () => {
    const { port, make } = await startHost()
    const world = await make('demo=tokens&demo.fault=listTokens:never@1')
    const waiting = request({
      port,
      host: '127.0.0.1',
      path: '/api/tokens',
      headers: world.headers,
    })
    let answered = false
    waiting.on('response', () => (answered = true)).end()
    const gone = once(waiting, 'error')
    await expect.poll(async () => (await world.call<unknown[]>('exchanges')).length).toBe(1)
    expect(tokensIn(await world.get('/api/tokens'))).toHaveLength(12)
    expect(answered).toBe(false)
    waiting.destroy()
    await gone.catch(() => undefined)
    expect((await world.get('/api/session')).status).toBe(200)
  })

  it('are not there for requests that the controls send', async () => {
    const { make } = await startHost()
    const world = await make('demo=offline')
    expect(await isLost(world.get('/api/tokens'))).toBe(true)
    const sent = { as: 'admin', method: 'GET', path: '/api/tokens' }
    expect(await world.call('send', sent)).toMatchObject({ status: 200, body: { total: 12 } })
  })
})

describe('the control over HTTP', () => {
  it('has every verb', async () => {
    const { make } = await startHost()
    const world = await make('demo=tokens')
    expect(await world.call('state')).toMatchObject({ scenario: 'tokens', transport: 'host' })
    expect(await world.call('setView', { advance: 60_000, latency: 1, as: 'agent' })).toMatchObject(
      { now: '2026-11-24T09:01:00.000Z', latency: 1, as: 'agent@example.com', ownClock: true },
    )
    expect(await world.call('setView', { now: null, as: 'admin', panel: true })).toMatchObject({
      ownClock: false,
      panel: true,
    })
    const faults = [{ operation: 'createToken', what: 503, when: { nth: 1 } }]
    expect(await world.call('setView', { faults })).toMatchObject({ faults })
    expect(await world.call('nextExpiry')).toMatch(/^20\d\d-/)
    expect(await world.call('records', 'tokens')).toHaveLength(12)
    const path = '/api/plan'
    expect(await world.call('send', { as: 'admin', method: 'GET', path })).toMatchObject({
      status: 200,
    })
    expect(await world.call('exchanges', 1)).toMatchObject([{ id: 1, operation: 'getPlan' }])
    expect(await world.call('exchanges', 2)).toEqual([])
    expect(await world.call('link')).toMatchObject({
      link: expect.stringContaining('demo=tokens&demo.as=admin') as string,
      exact: true,
    })
    const file = await world.call('export')
    expect(file).toMatchObject({ format: 'edesk-demo', scenario: 'tokens' })
    expect(await world.call('reset')).toMatchObject({ faults: [], latency: 0 })
    expect(await world.call('replay', file)).toEqual({ done: 0, different: [] })
    expect(await world.call('open', 'demo=starter')).toMatchObject({
      scenario: 'starter',
      as: 'starter-admin@example.com',
    })
    expect(await world.call('import', file)).toMatchObject({ scenario: 'tokens', faults })
    expect(tokensIn(await world.get('/api/tokens'))).toHaveLength(12)
  })

  it.each([
    ['state', { no: 'array' }, 'The body is to be a JSON array of arguments.'],
    ['state', 'no JSON', 'The body is no JSON.'],
    ['fly', [], 'There is no verb “fly”, but state, open, reset,'],
    ['open', [7], 'A link is to be a text.'],
    ['setView', [{ as: 'boss' }], '“boss” is nobody.'],
    ['setView', [{ as: 'who@example.com' }], 'Nobody here has the e-mail who@example.com.'],
    ['setView', [{ now: 'noon' }], '“noon” is no time.'],
    ['setView', [{ latency: -1 }], 'The latency is a whole number'],
    ['setView', [{ advance: '1' }], 'Advance is to be a number.'],
    ['setView', [{ panel: 1 }], 'Panel is to be true or false.'],
    ['setView', [{ faults: {} }], 'Faults is to be an array.'],
    ['setView', [{ clock: 1 }], 'There is no “clock” in the change, but as, now,'],
    ['setView', ['agent'], 'The change is to be an object.'],
    ['setView', [{ faults: [{ operation: 'x', what: 500, when: 'always' }] }], 'is no fault.'],
    ['records', ['secrets'], 'There is no table “secrets”, but worlds,'],
    ['exchanges', ['all'], 'The number to begin with is to be a number.'],
    ['send', [{ method: 'GET' }], 'Path is to be a text.'],
    ['import', [{}], 'This is no file that a demo was exported to.'],
  ])('says what is wrong: %s %j', async (verb, body, words) => {
    const { port, make } = await startHost()
    const { name, call } = await make('demo=tokens')
    const answer = await ask(port, 'POST', `${control}/${name}/${verb}`, { body })
    expect(answer.status).toBe(400)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(detailOf(answer)).toContain(words)
    // Nothing of it was done.
    expect(await call('state')).toMatchObject({ as: 'admin@example.com', faults: [], latency: 0 })
  })

  it.each(['/worlds', '/default/views', '/default/open'])(
    'names the values that a link may have: %s',
    async (path) => {
      const { port } = await startHost()
      const link = 'demo=tokns'
      const body = path.endsWith('/open') ? [link] : { link }
      const answer = await ask(port, 'POST', control + path, { body })
      expect(answer.status).toBe(422)
      expect(JSON.parse(answer.body)).toMatchObject({
        detail: expect.stringContaining('demo=tokns is not one of: empty, tokens,') as string,
        problems: [{ key: 'demo', value: 'tokns' }],
      })
      expect((await ask(port, 'POST', `${control}/default.2/state`)).status).toBe(404)
    },
  )

  it.each([
    ['GET', '/worlds', 405],
    ['PUT', '/default/state', 405],
    ['POST', '/default', 404],
    ['POST', '/default/state/now', 404],
    ['DELETE', '/default', 409],
  ])('says how to call it: %s %s', async (method, path, status) => {
    const { port } = await startHost()
    const answer = await ask(port, method, control + path)
    expect(answer.status).toBe(status)
    expect(detailOf(answer)).toMatch(status === 409 ? /but reset/ : /POST .* makes a world/)
  })

  it('is not for pages of other origins', async () => {
    const { port, make } = await startHost()
    const { name } = await make('demo=tokens')
    const from = (Origin: string) =>
      ask(port, 'POST', `${control}/${name}/state`, { headers: { Origin } })
    for (const origin of ['https://shop.example', 'null', `http://localhost:${port}`]) {
      const answer = await from(origin)
      expect(answer.status).toBe(403)
      expect(detailOf(answer)).toBe(`Pages of ${origin} may not control this demo.`)
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
    expect((await from(`http://127.0.0.1:${port}`)).status).toBe(200)
    const headers = { Origin: 'https://shop.example' }
    expect((await ask(port, 'POST', `${control}/worlds`, { headers })).status).toBe(403)
    expect((await ask(port, 'DELETE', `${control}/${name}`, { headers })).status).toBe(403)
  })

  it('is not there on a host without worlds', async () => {
    const { server } = await createHostWorlds({
      now: () => 0,
      randomBytes: (count) => new Uint8Array(count),
    })
    const host = createHost({ server, serveFile: (_request, response) => response.end('a file') })
    host.listen(0, '127.0.0.1')
    await once(host, 'listening')
    onTestFinished(() => void host.close())
    const { port } = host.address() as AddressInfo
    expect((await ask(port, 'POST', `${control}/worlds`)).body).toBe('a file')
  })
})
