import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { staticFiles } from '../../tools/serve/staticFiles.ts'
import { ask } from '../support/http.ts'
import { listen } from '../support/listen.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'edesk-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Creates the files of a build: a demo has a service worker. */
function build(name: 'demo' | 'real'): string {
  const built = path.join(folder, name)
  mkdirSync(path.join(built, 'assets'), { recursive: true })
  const files = ['index.html', '_headers', '_redirects', 'assets/app.js']
  if (name === 'demo') files.push('mockServiceWorker.js')
  for (const file of files) writeFileSync(path.join(built, file), `content of ${file}`)
  return built
}

const demo = build('demo')
const real = build('real')
const Accept = 'text/html'

describe.each(['', '/edesk'])('the file server, below the path “%s”', (base) => {
  const start = (built = demo) => listen(createServer(staticFiles(built, base)))

  it('answers a page and a file', async () => {
    const port = await start()
    for (const page of ['/', '/settings/api-tokens', '/settings/api-tokens?x=/api/']) {
      const { status, body } = await ask(port, 'GET', base + page, { headers: { Accept } })
      expect([status, body]).toEqual([200, 'content of index.html'])
    }
    expect((await ask(port, 'GET', `${base}/assets/app.js`)).body).toBe('content of assets/app.js')
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const port = await start()
    for (const page of ['/', '/settings/api-tokens', '/assets/app.js']) {
      const { status, headers } = await ask(port, method, base + page, { headers: { Accept } })
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
    }
    expect((await ask(port, method, `${base}/api/session`)).status).toBe(404)
  })

  it('says to clients of the API where the backend is, if it is the demo', async () => {
    for (const path of ['/api/session', '/v1/whoami']) {
      const { status, body } = await ask(await start(), 'GET', base + path)
      expect([status, body]).toEqual([404, expect.stringContaining('runs in the browser')])
      expect((await ask(await start(real), 'GET', base + path)).body).toBe('Not found\n')
    }
  })

  it.each([
    ...['/_headers', '/_redirects', '/%5Fheaders', '//_headers', '/_headers/', '/_HEADERS'],
    ...['/_headers?x', '/_headers%2f', '/_headers.br'],
  ])('does not serve %s, which configures static hosts', async (file) => {
    const { status, body } = await ask(await start(), 'GET', base + file, { headers: { Accept } })
    expect([status, body]).toEqual([404, 'Not found\n'])
  })

  it('allows the Trusted Types policy of the worker in the demo, and none in a build for a real service', async () => {
    const policyOf = async (built: string) => {
      const { headers } = await ask(await start(built), 'GET', `${base}/`, { headers: { Accept } })
      return String(headers['content-security-policy']).split('; ').at(-1)
    }
    expect(await policyOf(demo)).toBe('trusted-types edesk')
    expect(await policyOf(real)).toBe("trusted-types 'none'")
  })
})
