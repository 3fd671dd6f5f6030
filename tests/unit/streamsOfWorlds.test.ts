import { describe, expect, it } from 'vitest'

import { eventually } from '../support/eventually.ts'
import { openStream } from '../support/changeStreams.ts'
import { ask, createTokenOverHttp, logIn } from '../support/http.ts'
import { control, hour, startHostWithWorlds } from '../support/worldRegistry.ts'

const newToken = {
  as: 'admin',
  method: 'POST',
  path: '/api/tokens',
  body: { name: 'New', accessLevel: 'read_only' },
}
const nobody = { as: 'nobody' }

describe('a stream of changes on a host with worlds', () => {
  it('has the changes of its world, and none of another', async () => {
    const { port, createWorld } = await startHostWithWorlds()
    const [one, other] = [await createWorld('demo=tokens'), await createWorld('demo=tokens')]
    const [here, there] = [
      await openStream(port, one.headers),
      await openStream(port, other.headers),
    ]
    for (const [count, name] of ['A', 'B', 'C'].entries()) {
      await one.call('send', { ...newToken, body: { ...newToken.body, name } })
      await eventually(() => expect(here.events()).toBe(count + 2))
    }
    // The events of the first changes would have arrived by now.
    expect(there.events()).toBe(1)
    await other.call('send', newToken)
    await eventually(() => expect(there.events()).toBe(2))
  })

  it('has the changes of other views of its world, and a reset', async () => {
    const { port, createWorld } = await startHostWithWorlds()
    const one = await createWorld('demo=tokens')
    const other = await createWorld('demo.as=agent', `/${one.world}/views`)
    const stream = await openStream(port, one.headers)
    await other.call('send', newToken)
    await eventually(() => expect(stream.events()).toBe(2))
    await other.call('reset')
    await eventually(() => expect(stream.events()).toBe(3))
  })

  it('has no event for a request that reads, although the world records it', async () => {
    const { port, createWorld } = await startHostWithWorlds()
    const world = await createWorld('demo=tokens')
    const stream = await openStream(port, world.headers)
    await world.get('/api/tokens')
    // Its answer comes after the request is recorded, and an event would come before it.
    await world.call('exchanges')
    expect(stream.events()).toBe(1)
    await world.call('send', newToken)
    await eventually(() => expect(stream.events()).toBe(2))
  })

  it('needs somebody who is logged in, in the view or by a session', async () => {
    const { port, createWorld } = await startHostWithWorlds()
    const world = await createWorld('demo=empty')
    expect((await ask(port, 'GET', '/api/changes', { headers: world.headers })).status).toBe(401)
    const body = { email: 'admin@example.com', password: 'edesk-demo' }
    const { headers } = await ask(port, 'POST', '/api/session', { headers: world.headers, body })
    const session = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    const Cookie = `${world.headers.Cookie}; ${session}`
    const stream = await openStream(port, { Cookie })
    expect(stream.status).toBe(200)
    await createTokenOverHttp(port, { Cookie })
    await eventually(() => expect(stream.events()).toBe(2))
  })

  it('ends if its view is logged out, or its world is deleted', async () => {
    const { port, createWorld } = await startHostWithWorlds()
    const world = await createWorld('demo=tokens')
    const first = await openStream(port, world.headers)
    await world.call('setView', nobody)
    await first.ended()
    await world.call('setView', { as: 'admin' })
    const second = await openStream(port, world.headers)
    await ask(port, 'DELETE', `${control}/${world.world}`)
    await second.ended()
    expect((await ask(port, 'GET', '/api/changes', { headers: world.headers })).status).toBe(404)
  })

  it('does not keep a world that nobody uses', async () => {
    const { port, createWorld, advance, removeIdleWorlds } = await startHostWithWorlds()
    const world = await createWorld('demo=tokens')
    await openStream(port, world.headers)
    advance(hour + 1)
    removeIdleWorlds()
    expect((await world.get('/api/session')).status).toBe(404)
  })

  it('is not offered to pages of tests, which name their world in the header', async () => {
    const { port, createWorld } = await startHostWithWorlds()
    const { name, headers } = await createWorld('demo=tokens')
    const offer = async (sent: Record<string, string>) =>
      (await ask(port, 'GET', '/api/session', { headers: sent })).headers['change-stream']
    expect(await offer(headers)).toBe('?1')
    const inHeader = { 'X-Edesk-World': name }
    expect(await offer(inHeader)).toBeUndefined()
    expect((await ask(port, 'GET', '/api/changes', { headers: inHeader })).status).toBe(404)
  })

  it('is also offered in the world of requests that name none', async () => {
    const { port } = await startHostWithWorlds()
    const session = await logIn(port)
    const stream = await openStream(port, session)
    await createTokenOverHttp(port, session)
    await eventually(() => expect(stream.events()).toBe(2))
  })
})
