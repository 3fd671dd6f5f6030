import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'

import { describe, expect, it } from 'vitest'

import { eventually } from '../support/eventually.ts'
import { openStream } from '../support/changeStreams.ts'
import { responseTo, ask, createTokenOverHttp, logIn } from '../support/http.ts'
import { freshFile, run, runToEnd, runToFailure, start } from '../support/hostProcess.ts'
import { isListening } from '../support/listen.ts'

// Starting a process takes long on a busy machine.

describe('the host process', () => {
  it('prints its URL and accounts, and listens only on this machine', async () => {
    const { host, port, output } = await start([])
    expect(output).toContain(`http://localhost:${port}/v1`)
    expect(output).toContain('admin@example.com  edesk-demo')
    const { body } = await ask(port, 'GET', '/tokens', { headers: { Accept: 'text/html' } })
    expect(body).toContain('<title>eDesk</title>')
    expect(await isListening(port, '::1')).toBe(true)
    // Also a loopback address, but only reachable if the host listens on all addresses.
    expect(await isListening(port, '127.0.0.2')).toBe(false)
    host.kill('SIGINT')
    expect(await once(host, 'exit')).toEqual([0, null])
  })

  it('ends streams of changes when asked to stop, and does not wait for them', async () => {
    const { host, port } = await start(['--drain-seconds', '1'])
    const stream = await openStream(port, await logIn(port))
    expect(stream.status).toBe(200)
    const exited = once(host, 'exit')
    host.kill('SIGTERM')
    await stream.ended()
    // It still drains.
    expect(host.exitCode).toBeNull()
    expect(await exited).toEqual([0, null])
  })

  it('finishes open requests, refuses new ones and keeps its data when asked to stop', async () => {
    const file = freshFile()
    const { host, port } = await start(['--data', file])
    const { authorized } = await createTokenOverHttp(port, await logIn(port))
    const body = JSON.stringify({ name: 'The last one', tag_group_id: 1 })
    const underWay = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/v1/tags',
      headers: {
        ...authorized,
        'Content-Type': 'application/json',
        'Content-Length': String(body.length),
        Expect: '100-continue',
      },
    })
    underWay.flushHeaders()
    await once(underWay, 'continue')
    underWay.write(body.slice(0, 10))

    const exited = once(host, 'exit')
    host.kill('SIGTERM')
    // A second signal, because a terminal and a parent process may both send one.
    host.kill('SIGINT')
    await eventually(async () => expect(await isListening(port)).toBe(false))
    expect(await isListening(port, '::1')).toBe(false)
    underWay.end(body.slice(10))
    expect((await responseTo(underWay)).status).toBe(200)
    expect(await exited).toEqual([0, null])
    expect(existsSync(`${file}-wal`)).toBe(false)
    expect(readFileSync(file, 'utf8')).toContain('The last one')
  })

  it('opens worlds with --worlds, and does not wait for their delayed responses when it stops', async () => {
    const { host, port, output } = await start(['--worlds'])
    expect(output).toContain(`POST http://localhost:${port}/demo-control/v1/worlds`)
    const body = { link: 'demo=tokens&demo.fault=listTokens:never&demo.latency=60000' }
    const made = await ask(port, 'POST', '/demo-control/v1/worlds', { body })
    const { world } = JSON.parse(made.body) as { world: string }
    const headers = { 'X-Edesk-World': world }
    const waiting = ['/api/tokens', '/api/plan'].map((path) => ask(port, 'GET', path, { headers }))
    const broken = Promise.allSettled(waiting)
    // Once the host has answered a later request, it has received both.
    expect((await ask(port, 'GET', '/api/session')).status).toBe(200)
    const since = performance.now()
    host.kill('SIGTERM')
    expect(await once(host, 'exit')).toEqual([0, null])
    expect(performance.now() - since).toBeLessThan(4_000)
    expect((await broken).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('accepts the names of --allow-host, and the proxies of --trust-proxy', async () => {
    const names = ['--allow-host', 'edesk', '--allow-host', 'Shop.example']
    const { port } = await start([...names, '--trust-proxy', 'loopback'])
    for (const Host of ['edesk:4174', 'shop.example']) {
      expect((await ask(port, 'GET', '/api/session', { headers: { Host } })).status).toBe(200)
    }
    const headers = { Origin: 'https://shop.example', 'X-Forwarded-Proto': 'https' }
    const body = { email: 'admin@example.com', password: 'edesk-demo' }
    const sent = { headers: { ...headers, Host: 'shop.example' }, body }
    expect((await ask(port, 'POST', '/api/session', sent)).status).toBe(201)
  })

  it('says what is wrong with an option or a port', async () => {
    const proxy = await runToFailure(['--trust-proxy', 'nginx'])
    expect([proxy.code, proxy.output]).toEqual([1, expect.stringContaining('“nginx” is not')])
    const name = await runToFailure(['--allow-host', 'a b'])
    expect([name.code, name.output]).toEqual([1, expect.stringContaining('“a b” is not')])
    const port = await runToFailure([], 4190)
    expect([port.code, port.output]).toEqual([1, expect.stringContaining('opens port 4190')])
    expect(port.output).toContain('PORT=4175 npm run host')
    const unknown = await runToFailure(['--prot', '1'])
    expect([unknown.code, unknown.output]).toEqual([1, expect.stringContaining("'--prot'")])
    expect(unknown.output).toContain('More: npm run host -- --help')
  })

  it.each([
    ['--help', 'Usage: npm run host -- [options]'],
    ['--print-config', /^port +0 +PORT$/m],
  ])('prints something and ends with %s', async (flag, expected) => {
    const host = run([flag])
    const [output, [code]] = await Promise.all([text(host.stdout), once(host, 'exit')])
    expect(code).toBe(0)
    expect(output).toMatch(expected)
  })

  it('needs a Node with SQLite for a data file, and for nothing else', async () => {
    const nodeFlags = ['--no-experimental-sqlite']
    const { code, errors } = await runToEnd(['--data', freshFile()], { nodeFlags })
    expect([code, errors]).toEqual([1, expect.stringContaining('needs Node 22.16 or later')])
    const { port } = await start([], { nodeFlags })
    expect((await ask(port, 'GET', '/api/session')).status).toBe(200)
  })

  it('refuses --worlds together with --data', async () => {
    const { code, output } = await runToFailure(['--worlds', '--data', freshFile()])
    expect(code).toBe(1)
    expect(output).toContain('--worlds and --data exclude each other')
  })

  it('says what to do if the file or the port is in use', async () => {
    const [file, otherFile] = [freshFile(), freshFile()]
    const { port } = await start(['--data', file])
    const [sameFile, samePort] = await Promise.all([
      runToFailure(['--data', file]),
      runToFailure(['--data', otherFile], port),
    ])
    expect(sameFile.code).toBe(1)
    expect(sameFile.output).toContain('is in use by another host. Stop it, or choose another file')
    expect(samePort.code).toBe(1)
    expect(samePort.output).toContain(`PORT=${port + 1} npm run host`)
    const { port: nextPort } = await start(['--data', otherFile])
    expect((await ask(nextPort, 'GET', '/api/session')).status, 'the other file is free').toBe(200)
  })
})
