import { once } from 'node:events'
import { createServer, request, Agent } from 'node:http'

import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { createGracefulStop, type GracefulStopOptions } from '../../../tools/serve/gracefulStop.ts'
import { responseTo } from '../../support/http.ts'
import { listen } from '../../support/listen.ts'

/** Starts a server that answers when the test says so. */
async function start(options: Partial<GracefulStopOptions> = {}) {
  const held: (() => void)[] = []
  const server = createServer((incoming, outgoing) => {
    if (incoming.url === '/begun') outgoing.flushHeaders()
    if (incoming.url !== '/') held.push(() => outgoing.end('late'))
    else outgoing.end('here')
  })
  const port = await listen(server)
  const time = { now: 0 }
  const calls: string[] = []
  const exit = vi.fn<(code: number) => void>()
  const stop = createGracefulStop(server, {
    closeListener: () => {
      calls.push('close')
      server.close()
    },
    drainMs: 0,
    timeoutMs: 60_000,
    onStopping: () => calls.push('stopping'),
    onStop: () => calls.push('stop'),
    exit,
    now: () => time.now,
    ...options,
  })
  const agent = new Agent({ keepAlive: true })
  onTestFinished(() => agent.destroy())
  const ask = (path: string) => {
    const sent = request({ port, host: '127.0.0.1', path, agent })
    sent.end()
    return responseTo(sent)
  }
  return {
    server,
    stop,
    exit,
    calls,
    time,
    ask,
    held,
    exited: () => vi.waitFor(() => expect(exit).toHaveBeenCalled()),
  }
}

describe('a signal', () => {
  it('lets open requests end before the data are closed, and exits with code 0', async () => {
    const { server, stop, exit, calls, ask, held, exited } = await start()
    const open = ask('/held')
    await once(server, 'request')
    stop('SIGTERM')
    expect(calls).toEqual(['stopping', 'close'])
    expect(exit).not.toHaveBeenCalled()
    held[0]?.()
    expect(await open).toMatchObject({
      status: 200,
      body: 'late',
      headers: { connection: 'close' },
    })
    await exited()
    expect(calls).toEqual(['stopping', 'close', 'stop'])
    expect(exit.mock.calls).toEqual([[0]])
  })

  it('closes the connection of a response whose headers were sent before', async () => {
    const { server, stop, ask, held, exited } = await start()
    const open = ask('/begun')
    await once(server, 'request')
    stop('SIGTERM')
    held[0]?.()
    expect(await open).toMatchObject({ body: 'late', headers: { connection: 'keep-alive' } })
    await exited()
  })

  it('closes connections that wait for a next request', async () => {
    const { stop, exit, ask, exited } = await start()
    expect((await ask('/')).headers.connection).toBe('keep-alive')
    stop('SIGINT')
    await exited()
    expect(exit.mock.calls).toEqual([[0]])
  })

  it('cuts open requests after the time limit', async () => {
    const { server, stop, exit, ask, exited } = await start({ timeoutMs: 10 })
    const open = ask('/held').catch(() => 'cut')
    await once(server, 'request')
    stop('SIGTERM')
    expect(await open).toBe('cut')
    await exited()
    expect(exit.mock.calls).toEqual([[0]])
  })

  it('waits for what has to end before the data are closed', async () => {
    const { promise: closed, resolve: close } = Promise.withResolvers<undefined>()
    const { stop, exit, calls, exited } = await start({
      onClosed: () => {
        calls.push('closed')
        return closed
      },
    })
    stop('SIGTERM')
    await vi.waitFor(() => expect(calls).toEqual(['stopping', 'close', 'closed']))
    expect(exit).not.toHaveBeenCalled()
    close(undefined)
    await exited()
    expect(calls).toEqual(['stopping', 'close', 'closed', 'stop'])
  })

  it('keeps listening while it drains, but closes each connection after its response', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { stop, exit, calls, ask } = await start({ drainMs: 5_000 })
    stop('SIGTERM')
    vi.advanceTimersByTime(4_999)
    expect((await ask('/')).headers.connection).toBe('close')
    expect(calls).toEqual(['stopping'])
    vi.advanceTimersByTime(1)
    expect(calls).toEqual(['stopping', 'close'])
    vi.useRealTimers()
    await vi.waitFor(() => expect(exit.mock.calls).toEqual([[0]]))
  })
})

describe('a second signal', () => {
  it('ends the process at once, after the data were closed', async () => {
    const { server, stop, exit, calls, time, ask } = await start()
    const open = ask('/held').catch(() => 'cut')
    await once(server, 'request')
    stop('SIGTERM')
    time.now = 1_001
    stop('SIGINT')
    expect(calls).toEqual(['stopping', 'close', 'stop'])
    expect(exit.mock.calls).toEqual([[130]])
    server.closeAllConnections()
    expect(await open).toBe('cut')
  })

  it('is the same one if it follows within a second: npm and the terminal both send it', async () => {
    const { server, stop, exit, calls, time, ask, held } = await start()
    const open = ask('/held')
    await once(server, 'request')
    stop('SIGINT')
    time.now = 1_000
    stop('SIGINT')
    expect(calls).toEqual(['stopping', 'close'])
    expect(exit).not.toHaveBeenCalled()
    held[0]?.()
    expect((await open).body).toBe('late')
  })
})
