import { describe, expect, it, vi } from 'vitest'

import { freePort } from '../../tools/run/freePort.ts'
import { openStream, startHostWithStreams } from '../support/changeStreams.ts'
import { ask } from '../support/http.ts'
import { proxyPrograms } from '../support/proxyProcess.ts'
import { timeFactor } from '../support/timeFactor.ts'

const name = 'edesk.example.com'

describe.each(proxyPrograms)(
  'a stream of changes through $name, with its file in docs/deploy',
  ({ path, start }) => {
    it.skipIf(path === undefined)('has each event at once, and ends with the host', async () => {
      const { port: hostPort, streams } = await startHostWithStreams({
        intervalMs: 0,
        host: { hostNames: [name], trustedProxies: ['loopback'] },
      })
      const port = Number(await freePort())
      await start(port, hostPort)
      const headers = { Host: `${name}:${port}`, 'Accept-Encoding': 'gzip' }
      const logIn = () =>
        ask(port, 'POST', '/api/session', {
          headers,
          body: { email: 'admin@example.com', password: 'edesk-demo' },
        })
      const Cookie = (await logIn()).headers['set-cookie']?.[0]?.split(';')[0] ?? ''
      const stream = await openStream(port, { ...headers, Cookie })
      expect(stream.headers['content-encoding']).toBeUndefined()
      const soon = { interval: 5, timeout: 900 * timeFactor }
      await vi.waitFor(() => expect(stream.events()).toBe(1), soon)
      await logIn()
      await vi.waitFor(() => expect(stream.events()).toBe(2), soon)
      streams.close()
      await stream.ended()
    })
  },
)
