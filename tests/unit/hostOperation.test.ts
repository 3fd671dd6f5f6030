import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'

import { describe, expect, it } from 'vitest'

import { eventually } from '../support/eventually.ts'
import { ask, logIn } from '../support/http.ts'
import { folder, freshFile, run, runToFailure, start } from '../support/hostProcess.ts'
import { isListening } from '../support/listen.ts'

describe('the operator of a host process', () => {
  it('sees its health, metrics and log, and that it drains before it stops', async () => {
    const file = freshFile()
    const { host, port, output } = await start([
      ...['--metrics-port', '0', '--log', file, '--drain-seconds', '2'],
    ])
    expect((await ask(port, 'GET', '/readyz')).status).toBe(200)
    await logIn(port)
    const metricsPort = Number(/127\.0\.0\.1:(\d+)\/metrics/.exec(output)?.[1])
    const { body } = await ask(metricsPort, 'GET', '/metrics')
    expect(body).toContain('edesk_http_requests_total{operation="logIn",status="2xx"} 1\n')
    expect(body).toContain('edesk_storage_transactions_total{kind="write",outcome="committed"} 1\n')
    expect(await isListening(metricsPort, '127.0.0.2')).toBe(false)

    const exited = once(host, 'exit')
    host.kill('SIGTERM')
    await eventually(async () => expect((await ask(port, 'GET', '/readyz')).status).toBe(503))
    const whileDraining = await ask(port, 'GET', '/api/session')
    expect([whileDraining.status, whileDraining.headers.connection]).toEqual([200, 'close'])
    expect(await exited).toEqual([0, null])
    const events = readFileSync(file, 'utf8').trimEnd().split('\n')
    const [ready, session, ...others] = events.map((line) => JSON.parse(line) as object)
    expect([ready, session]).toMatchObject([
      { event: 'ready', port },
      { event: 'request', operation: 'logIn', status: 201 },
    ])
    expect(others).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ event: 'stopping' }),
        expect.objectContaining({ operation: 'readyz', status: 503 }),
      ]) as object[],
    )
    expect(others.at(-1)).toMatchObject({ event: 'stopped' })
  })

  it('gets nothing but the log on the standard output with --log -', async () => {
    const host = run(['--log', '-'])
    const [first] = (await once(host.stdout, 'data')) as [Buffer]
    host.kill('SIGTERM')
    const lines = `${String(first)}${await text(host.stdout)}`.trimEnd().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual([
      ...['ready', 'stopping', 'stopped'],
    ])
  })

  it('learns that the log or the metrics cannot start', async () => {
    const { port } = await start([])
    const [log, metrics] = await Promise.all([
      runToFailure(['--log', path.join(folder, 'missing/host.log')]),
      runToFailure(['--metrics-port', String(port)]),
    ])
    expect([log.code, log.output]).toEqual([1, expect.stringContaining('missing/host.log')])
    expect([metrics.code, metrics.output]).toEqual([
      1,
      expect.stringContaining(`Cannot serve /metrics on 127.0.0.1, port ${port}: `),
    ])
  })
})
