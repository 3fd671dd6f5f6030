import { describe, expect, it } from 'vitest'

import { demoSchema } from '#src/mock/demo/schema.ts'
import { keyOf } from '#src/mock/scenarios/demoKeys.ts'

import { control, detailOf, hour, startHostWithWorlds, tokensIn } from '../support/worldRegistry.ts'
import { ask, createTokenOverHttp, logIn } from '../support/http.ts'
import { hasPostgres, openTestWorlds, sharedDatabase } from '../support/postgres/databases.ts'

const database = sharedDatabase()
const hosts: [string, () => ReturnType<typeof startHostWithWorlds>][] = [
  ['in memory', () => startHostWithWorlds()],
]
if (hasPostgres) {
  hosts.push([
    'in PostgreSQL',
    async () => startHostWithWorlds(await openTestWorlds(demoSchema, await database())),
  ])
}

describe.each(hosts)('worlds on the host, %s', (_place, startHost) => {
  it('start with the same data and ids, and are isolated', async () => {
    const { createWorld } = await startHost()
    const [one, other] = [await createWorld('demo=tokens'), await createWorld('?demo=tokens')]
    expect(one.world).not.toBe(other.world)
    const before = tokensIn(await one.get('/api/tokens'))
    expect(before.map(({ name }) => name)).toContain('ShipFast')
    expect(tokensIn(await other.get('/api/tokens'))).toEqual(before)

    const sent = { as: 'admin', method: 'POST', path: '/api/tokens' }
    const body = (name: string) => ({ ...sent, body: { name, accessLevel: 'read_only' } })
    const created = await one.call<{ body: { token: { id: string } } }>('send', body('Only here'))
    expect(tokensIn(await one.get('/api/tokens?sort=-createdAt'))[0]?.name).toBe('Only here')
    expect(tokensIn(await other.get('/api/tokens'))).toEqual(before)
    const same = await other.call<{ body: { token: { id: string } } }>('send', body('Only there'))
    expect(same.body.token.id).toBe(created.body.token.id)
  })

  it('serve four clients in parallel, each in its own world', async () => {
    const { port, createWorld } = await startHost()
    const names = ['A', 'B', 'C', 'D']
    const seen = await Promise.all(
      names.map(async (name) => {
        const world = await createWorld('demo=empty')
        const { headers } = await ask(port, 'POST', '/api/session', {
          headers: world.headers,
          body: { email: 'admin@example.com', password: 'edesk-demo' },
        })
        const session = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
        const Cookie = `${world.headers.Cookie}; ${session}`
        for (const number of [1, 2, 3])
          await createTokenOverHttp(port, { Cookie }, `${name}${number}`)
        return tokensIn(await ask(port, 'GET', '/api/tokens?sort=name', { headers: { Cookie } }))
      }),
    )
    expect(seen.map((tokens) => tokens.map(({ name }) => name).join(' '))).toEqual(
      names.map((name) => `${name}1 ${name}2 ${name}3`),
    )
  })

  it('include a default world for requests that name none', async () => {
    const { port, createWorld } = await startHost()
    const world = await createWorld('demo=tokens')
    const session = await logIn(port)
    await createTokenOverHttp(port, session, 'Without a world')
    const tokens = tokensIn(await ask(port, 'GET', '/api/tokens', { headers: session }))
    expect(tokens.map(({ name }) => name)).toEqual(['Without a world'])
    expect((await world.get('/api/tokens')).body).not.toContain('Without a world')
    const { body } = await ask(port, 'POST', `${control}/default/state`)
    expect(JSON.parse(body)).toMatchObject({ world: 'plain', transport: 'host', as: 'nobody' })
  })

  it('set a session cookie that scripts cannot read', async () => {
    const { port, createWorld } = await startHost()
    const { headers } = await ask(port, 'POST', '/api/session', {
      headers: (await createWorld('demo=empty')).headers,
      body: { email: 'admin@example.com', password: 'edesk-demo' },
    })
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^edesk_session_\d+=\w+;.*HttpOnly$/),
    ])
  })

  it('are selected by a cookie that browsers and Playwright accept, or by a header', async () => {
    const { port, createWorld } = await startHost()
    const { world, view, cookies, get, name } = await createWorld('demo=tokens')
    expect([view, cookies]).toEqual([
      1,
      [
        {
          name: `edesk_world_${port}`,
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

  it('are found by the key of an application', async () => {
    const { port, createWorld } = await startHost()
    const world = await createWorld('demo=just-connected')
    const headers = { Authorization: `Bearer ${keyOf('just-connected', 'ShipFast')}` }
    expect((await ask(port, 'GET', '/v1/whoami', { headers })).status).toBe(200)
    expect((await world.call<unknown[]>('exchanges')).at(-1)).toMatchObject({ path: '/v1/whoami' })

    await createWorld('demo=just-connected')
    const unclear = await ask(port, 'GET', '/v1/whoami', { headers })
    expect(unclear.status).toBe(400)
    expect(unclear.body).toContain('Set the header X-Edesk-World')
    const named = { ...headers, 'X-Edesk-World': world.world }
    expect((await ask(port, 'GET', '/v1/whoami', { headers: named })).status).toBe(200)
    // An unknown key is refused in every world.
    const unknown = { Authorization: `Bearer ${keyOf('tokens', 'Nothing')}` }
    expect((await ask(port, 'GET', '/v1/whoami', { headers: unknown })).status).toBe(403)
  })

  it('that are unknown are reported in the error format of the called API', async () => {
    const { port, createWorld } = await startHost()
    const { world, name } = await createWorld('demo=tokens')
    expect((await ask(port, 'DELETE', `${control}/${world}`)).status).toBe(204)
    const headers = { 'X-Edesk-World': name }
    const management = await ask(port, 'GET', '/api/tokens', { headers })
    expect([management.status, management.headers['content-type']]).toEqual([
      404,
      'application/problem+json',
    ])
    expect(detailOf(management)).toContain(`World “${world}” does not exist.`)
    const application = await ask(port, 'GET', '/v1/whoami', { headers })
    expect(JSON.parse(application.body)).toMatchObject({ error: { httpCode: 404 } })
    for (const path of [`${world}/state`, `${name}/state`, `${world}/views`]) {
      const response = await ask(port, 'POST', `${control}/${path}`)
      expect([response.status, detailOf(response)]).toEqual([404, detailOf(management)])
    }
    expect((await ask(port, 'DELETE', `${control}/${world}`)).status).toBe(404)
    // The application is the same for all worlds.
    expect((await ask(port, 'GET', '/', { headers })).body).toBe('the application')
  })

  it('are deleted after an hour without use', async () => {
    const { port, createWorld, advance } = await startHost()
    const [used, unused] = [await createWorld('demo=empty'), await createWorld('demo=empty')]
    advance(hour)
    expect((await used.get('/api/session')).status).toBe(200)
    advance(1)
    expect((await unused.get('/api/session')).status).toBe(404)
    expect((await used.get('/api/session')).status).toBe(200)
    advance(2 * hour)
    expect((await ask(port, 'GET', '/api/session')).status).toBe(200)
  })
})

describe.each(hosts)('views of a world, %s', (_place, startHost) => {
  it("are two users with two clocks, who see each other's changes", async () => {
    const { createWorld } = await startHost()
    const admin = await createWorld('demo=tokens&demo.now=2026-12-31T23:59:50Z')
    const agent = await createWorld('demo.as=agent', `/${admin.world}/views`)
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

  it('are reset together', async () => {
    const { createWorld } = await startHost()
    const one = await createWorld('demo=tokens&demo.latency=1')
    const other = await createWorld('demo.as=admin', `/${one.world}/views`)
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

  it('do not exist until they are opened', async () => {
    const { port, createWorld } = await startHost()
    const { world } = await createWorld('demo=empty')
    const response = await ask(port, 'POST', `${control}/${world}.2/state`)
    expect([response.status, detailOf(response)]).toEqual([
      404,
      `View “2” of world “${world}” does not exist.`,
    ])
  })
})
