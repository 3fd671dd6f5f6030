import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'

import { answerTo, ask, generate, logIn } from '../support/http.ts'

// Starting a process takes its time on a machine that has much to do.

const folder = mkdtempSync(path.join(tmpdir(), 'edesk-host-'))
writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>eDesk</title>')
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const freshFile = () => path.join(folder, `data-${++files}`)

function run(options: readonly string[], port = 0): ChildProcessByStdio<null, Readable, Readable> {
  const host = spawn(process.execPath, ['tools/host.ts', '--app', folder, ...options], {
    // What the first host has compiled when it stops, the others find there.
    env: { ...process.env, PORT: String(port), NODE_COMPILE_CACHE: path.join(folder, 'compiled') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void host.kill('SIGKILL'))
  return host
}

/** Starts the host and waits until it says where it is. */
async function start(options: readonly string[]) {
  const host = run(options)
  let said = ''
  for await (const part of host.stdout) {
    said += String(part)
    const port = /ready on http:\/\/localhost:(\d+)\//.exec(said)?.[1]
    if (port !== undefined && said.includes('Ctrl+C')) return { host, said, port: Number(port) }
  }
  throw new Error(`The host has ended: ${said}`)
}

/** What a host that gives up says, and the code that it ends with. */
async function givesUp(options: readonly string[], port?: number) {
  const host = run(options, port)
  const [said, [code]] = await Promise.all([
    text(host.stderr),
    once(host, 'exit') as Promise<[number]>,
  ])
  return { said, code }
}

async function isListening(port: number, address = '127.0.0.1'): Promise<boolean> {
  const socket = connect(port, address)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

describe('the host as a process', () => {
  it('says where it is and who may log in, and listens to this machine alone', async () => {
    const { host, port, said } = await start([])
    expect(said).toContain(`http://localhost:${port}/v1`)
    expect(said).toContain('admin@example.com  edesk-demo')
    const { body } = await ask(port, 'GET', '/tokens', { headers: { Accept: 'text/html' } })
    expect(body).toContain('<title>eDesk</title>')
    // On the loopback as well, and so not reached unless it listens everywhere.
    expect(await isListening(port, '127.0.0.2')).toBe(false)
    host.kill('SIGINT')
    expect(await once(host, 'exit')).toEqual([0, null])
  })

  it('has every acknowledged change after it was killed in the middle of many', async () => {
    const file = freshFile()
    const first = await start(['--data', file])
    const session = await logIn(first.port)
    const names = ['A', 'B', 'C', 'D', 'E', 'F']
    const tokens = await Promise.all(names.map((name) => generate(first.port, session, name)))
    const acknowledged: string[] = []
    const writing = tokens.map(async ({ authorized }, index) => {
      for (let number = 0; number < 50; number += 1) {
        const body = { name: `Tag ${index}.${number}`, tag_group_id: 1 }
        const sent = { headers: authorized, body }
        const answer = await ask(first.port, 'POST', '/v1/tags', sent).catch(() => undefined)
        if (answer?.status !== 200) return
        if (acknowledged.push(body.name) === 100) first.host.kill('SIGKILL')
      }
    })
    await Promise.all([once(first.host, 'exit'), ...writing])
    expect(acknowledged.length).toBeGreaterThanOrEqual(100)
    expect(acknowledged.length).toBeLessThan(300)
    // As if it had died in the middle of a line.
    appendFileSync(file, '[{"table":"tags","id":999,"record":{"id":999,"na')

    const { port } = await start(['--data', file])
    const headers = tokens[0]?.authorized ?? {}
    const kept: string[] = []
    for (const page of [1, 2, 3, 4]) {
      const { body } = await ask(port, 'GET', `/v1/tags?itemsPerPage=100&page=${page}`, { headers })
      const { data } = JSON.parse(body) as { data: { name: string }[] }
      kept.push(...data.map(({ name }) => name))
    }
    expect(acknowledged.filter((name) => !kept.includes(name))).toEqual([])
    // What was written and not acknowledged any more may be there as well: one of each application.
    expect(kept.length).toBeLessThanOrEqual(acknowledged.length + 2 + names.length)
    // Who was logged in still is.
    expect((await ask(port, 'GET', '/api/tokens', { headers: session })).status).toBe(200)
  })

  it('when asked to stop, ends what is under way, takes nothing new and keeps its data', async () => {
    const file = freshFile()
    const { host, port } = await start(['--data', file])
    const { authorized } = await generate(port, await logIn(port))
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
    await vi.waitFor(async () => expect(await isListening(port)).toBe(false), { interval: 20 })
    // Another time, as a terminal and a parent process both do.
    host.kill('SIGTERM')
    underWay.end(body.slice(10))
    expect((await answerTo(underWay)).status).toBe(200)
    expect(await exited).toEqual([0, null])
    expect(existsSync(`${file}.lock`)).toBe(false)
    expect(readFileSync(file, 'utf8')).toContain('The last one')
  })

  it('has worlds on request, and does not wait for what they keep waiting', async () => {
    const { host, port, said } = await start(['--worlds'])
    expect(said).toContain(`POST http://localhost:${port}/demo-control/v1/worlds`)
    const body = { link: 'demo=tokens&demo.fault=listTokens:never&demo.latency=60000' }
    const made = await ask(port, 'POST', '/demo-control/v1/worlds', { body })
    const { world } = JSON.parse(made.body) as { world: string }
    const headers = { 'X-Edesk-World': world }
    const waiting = ['/api/tokens', '/api/plan'].map((path) => ask(port, 'GET', path, { headers }))
    const broken = Promise.allSettled(waiting)
    // The host has them both when it answers what came after them.
    expect((await ask(port, 'GET', '/api/session')).status).toBe(200)
    const since = performance.now()
    host.kill('SIGTERM')
    expect(await once(host, 'exit')).toEqual([0, null])
    expect(performance.now() - since).toBeLessThan(4_000)
    expect((await broken).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('says that worlds are kept in no file', async () => {
    const { code, said } = await givesUp(['--worlds', '--data', freshFile()])
    expect(code).toBe(1)
    expect(said).toContain('--worlds and --data exclude each other')
  })

  it('says what to do where the file or the port is taken', async () => {
    const file = freshFile()
    const { host, port } = await start(['--data', file])
    const [sameFile, samePort] = await Promise.all([
      givesUp(['--data', file]),
      givesUp(['--data', freshFile()], port),
    ])
    expect(sameFile.code).toBe(1)
    expect(sameFile.said).toContain(`in use by process ${host.pid ?? 0}. Stop it, or name another`)
    expect(samePort.code).toBe(1)
    expect(samePort.said).toContain(`PORT=${port + 1} npm run host`)
    expect(existsSync(`${file}.lock`), 'it is still locked').toBe(true)
    expect(existsSync(path.join(folder, `data-${files}.lock`)), 'this one is free').toBe(false)
  })
})
