import { once } from 'node:events'
import { request } from 'node:http'

import { describe, expect, it } from 'vitest'

import { demoSchema } from '#src/mock/demo/schema.ts'
import { createMemoryStorages } from '#src/mock/storage/memoryStorages.ts'
import { createHost } from '#src/mock/transports/host.ts'
import { createWorldRegistry } from '#src/mock/transports/worldRegistry.ts'
import { msPerMinute } from '#src/shared/time.ts'

import {
  control,
  detailOf,
  isLost,
  startHostWithWorlds,
  tokensIn,
} from '../support/worldRegistry.ts'
import { ask } from '../support/http.ts'
import { listen } from '../support/listen.ts'

describe('faults on the network', () => {
  it('close the connection without a response, before or after the request is processed', async () => {
    const { port, createWorld } = await startHostWithWorlds()
    const link =
      'demo=tokens&demo.fault=listTokens:lost@1&demo.fault=deleteToken:lost-after-commit@1'
    const world = await createWorld(link)
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

  it('send browsers an invalid response, so that they do not retry the request', async () => {
    const { port, createWorld } = await startHostWithWorlds()
    const world = await createWorld('demo=tokens&demo.fault=listTokens:lost@1')
    const headers = { ...world.headers, 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64)' }
    await expect(ask(port, 'GET', '/api/tokens', { headers })).rejects.toMatchObject({
      code: 'HPE_UNEXPECTED_CONTENT_LENGTH',
    })
    expect((await ask(port, 'GET', '/api/tokens', { headers })).status).toBe(200)
  })

  it('send statuses and unreadable bodies as they are', async () => {
    const { createWorld } = await startHostWithWorlds()
    const world = await createWorld(
      'demo=tokens&demo.fault=getPlan:503@1&demo.fault=listTokens:rubbish@1&demo.fault=getPlan:418@2',
    )
    expect((await world.get('/api/plan')).status).toBe(503)
    expect((await world.get('/api/plan')).status).toBe(418)
    expect((await world.get('/api/plan')).status).toBe(200)
    const { body } = await world.get('/api/tokens')
    expect(() => JSON.parse(body) as unknown).toThrow(SyntaxError)
  })

  it('keep a client waiting until it disconnects, and no other client', async () => {
    const { port, createWorld } = await startHostWithWorlds()
    const world = await createWorld('demo=tokens&demo.fault=listTokens:never@1')
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

  it('do not affect requests that the control sends', async () => {
    const { createWorld } = await startHostWithWorlds()
    const world = await createWorld('demo=offline')
    expect(await isLost(world.get('/api/tokens'))).toBe(true)
    const sent = { as: 'admin', method: 'GET', path: '/api/tokens' }
    expect(await world.call('send', sent)).toMatchObject({ status: 200, body: { total: 12 } })
  })
})

describe('the control over HTTP', () => {
  it('has every command', async () => {
    const { createWorld } = await startHostWithWorlds()
    const world = await createWorld('demo=tokens')
    expect(await world.call('state')).toMatchObject({ scenario: 'tokens', transport: 'host' })
    expect(
      await world.call('setView', { advance: msPerMinute, latency: 1, as: 'agent' }),
    ).toMatchObject({
      now: '2026-11-24T09:01:00.000Z',
      latency: 1,
      as: 'agent@example.com',
      ownClock: true,
    })
    expect(await world.call('setView', { now: null, as: 'admin', panel: true })).toMatchObject({
      ownClock: false,
      panel: true,
    })
    const faults = [{ operation: 'createToken', what: 503, when: { nth: 1 } }]
    expect(await world.call('setView', { faults })).toMatchObject({ faults })
    expect(await world.call('nextExpiry')).toMatch(/^20\d\d-/)
    expect(await world.call('records', 'tokens')).toHaveLength(13)
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
    ['state', { no: 'array' }, 'The body must be a JSON array of arguments.'],
    ['state', 'no JSON', 'The body is not valid JSON.'],
    ['fly', [], 'Unknown command “fly”. Available: state, open, reset,'],
    ['open', [7], 'A link must be a string.'],
    ['setView', [{ as: 'boss' }], 'Unknown user “boss”.'],
    ['setView', [{ as: 'who@example.com' }], 'No user has the email who@example.com.'],
    ['setView', [{ now: 'noon' }], '“noon” is not a valid time.'],
    ['setView', [{ latency: -1 }], 'The latency must be a whole number'],
    ['setView', [{ advance: '1' }], 'Advance must be a number.'],
    ['setView', [{ panel: 1 }], 'Panel must be true or false.'],
    ['setView', [{ faults: {} }], 'Faults must be an array.'],
    ['setView', [{ time: 1 }], 'Unknown property “time” in the change. Allowed: as, now,'],
    ['setView', [{ clock: 1 }], 'Clock must be "running" or "still".'],
    ['setView', [{ answers: [{ operation: 1 }] }], 'Operation must be a string.'],
    ['setView', [{ held: 'listTokens' }], 'Held must be an array.'],
    ['setView', ['agent'], 'The change must be an object.'],
    [
      'setView',
      [{ faults: [{ operation: 'x', what: 500, when: 'always' }] }],
      'Unknown operation “x”. Available: *, listDemoAccounts,',
    ],
    ['records', ['secrets'], 'Unknown table “secrets”. Available: worlds,'],
    ['exchanges', ['all'], 'The first number must be a number.'],
    ['send', [{ method: 'GET' }], 'Path must be a string.'],
    ['import', [{}], 'This file is not a demo export.'],
  ])('reports the error: %s %j', async (verb, body, words) => {
    const { port, createWorld } = await startHostWithWorlds()
    const { name, call } = await createWorld('demo=tokens')
    const answer = await ask(port, 'POST', `${control}/${name}/${verb}`, { body })
    expect(answer.status).toBe(400)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(detailOf(answer)).toContain(words)
    // The failed command changed nothing.
    expect(await call('state')).toMatchObject({ as: 'admin@example.com', faults: [], latency: 0 })
  })

  it.each([{ link: 7 }, { lnk: 'demo=tokens' }, { link: '', as: 'agent' }, ['demo=tokens']])(
    'creates no world and no view for %j',
    async (body) => {
      const { port } = await startHostWithWorlds()
      for (const path of ['/worlds', '/default/views']) {
        const answer = await ask(port, 'POST', control + path, { body })
        expect([answer.status, detailOf(answer)]).toEqual([
          400,
          'Expected body: { "link": "demo=tokens" }, or no body.',
        ])
      }
    },
  )

  it.each(['/worlds', '/default/views', '/default/open'])(
    'lists the possible values of a link: %s',
    async (path) => {
      const { port } = await startHostWithWorlds()
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
  ])('says how to use it: %s %s', async (method, path, status) => {
    const { port } = await startHostWithWorlds()
    const answer = await ask(port, method, control + path)
    expect(answer.status).toBe(status)
    expect(detailOf(answer)).toMatch(
      status === 409 ? /Reset it instead/ : /POST .* creates a world/,
    )
  })

  it('refuses pages of other origins', async () => {
    const { port, createWorld } = await startHostWithWorlds()
    const { name } = await createWorld('demo=tokens')
    const from = (Origin: string) =>
      ask(port, 'POST', `${control}/${name}/state`, { headers: { Origin } })
    for (const origin of ['https://shop.example', 'null', `http://localhost:${port}`]) {
      const answer = await from(origin)
      expect(answer.status).toBe(403)
      expect(detailOf(answer)).toContain(
        `The request comes from a page of ${origin}, but the service is at http`,
      )
      expect(detailOf(answer)).toContain('--trust-proxy')
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
    expect((await from(`http://127.0.0.1:${port}`)).status).toBe(200)
    const headers = { Origin: 'https://shop.example' }
    expect((await ask(port, 'POST', `${control}/worlds`, { headers })).status).toBe(403)
    expect((await ask(port, 'DELETE', `${control}/${name}`, { headers })).status).toBe(403)
  })

  it('does not exist on a host without worlds', async () => {
    const { server } = await createWorldRegistry(
      { now: () => 0, randomBytes: (count) => new Uint8Array(count) },
      createMemoryStorages(demoSchema),
    )
    const host = createHost({ server, serveFile: (_request, response) => response.end('a file') })
    expect((await ask(await listen(host), 'POST', `${control}/worlds`)).body).toBe('a file')
  })
})
