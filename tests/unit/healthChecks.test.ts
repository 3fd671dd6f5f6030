import { describe, expect, it } from 'vitest'

import { firstPathSegments } from '#src/app/pathSegments.ts'

import { ask } from '../support/http.ts'
import { startSingleHost } from '../support/singleHost.ts'

const notReady = { isReady: () => Promise.resolve(false) }

describe('/healthz', () => {
  it('says that the process answers, even if the host is not ready', async () => {
    for (const options of [{}, notReady]) {
      const { status, body } = await ask(await startSingleHost(options), 'GET', '/healthz')
      expect([status, body]).toEqual([200, 'ok\n'])
    }
  })
})

describe('/readyz', () => {
  it('says whether the host can serve requests', async () => {
    let isReady = true
    const port = await startSingleHost({ isReady: async () => isReady })
    expect(await ask(port, 'GET', '/readyz')).toMatchObject({ status: 200, body: 'ok\n' })
    isReady = false
    expect(await ask(port, 'GET', '/readyz')).toMatchObject({ status: 503, body: 'not ready\n' })
  })
})

describe('a health check', () => {
  it.each(['/healthz', '/readyz', '/healthz?from=probe'])(
    'needs no log-in and no accepted host name: %s',
    async (path) => {
      const port = await startSingleHost()
      const headers = { Host: 'balancer.example' }
      const { status, headers: sent } = await ask(port, 'GET', path, { headers })
      expect(status).toBe(200)
      expect(sent).toMatchObject({
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(sent['set-cookie']).toBeUndefined()
    },
  )

  it('answers HEAD, and no method that could change something', async () => {
    const port = await startSingleHost()
    expect(await ask(port, 'HEAD', '/readyz')).toMatchObject({ status: 200, body: '' })
    const { status, headers } = await ask(port, 'POST', '/healthz')
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it.each(['/healthz/', '/healthzx', '//healthz', '/api/healthz', '/v1/readyz', '/help/healthz'])(
    'is not %s',
    async (path) => {
      const { body } = await ask(await startSingleHost(notReady), 'GET', path)
      expect(['ok\n', 'not ready\n']).not.toContain(body)
    },
  )

  it('has a path that no page has', () => {
    const segments: readonly string[] = firstPathSegments
    expect(segments.filter((segment) => ['healthz', 'readyz'].includes(segment))).toEqual([])
  })
})
