import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { describe, expect, it, onTestFinished, vi } from 'vitest'

import type { HostExchange } from '#src/mock/transports/hostObserver.ts'
import { StorageError } from '#src/mock/storage/port.ts'

import { createHostLog, openHostLog } from '../../../tools/serve/hostLog.ts'

const exchange: HostExchange = {
  requestId: 'made-1',
  proxyRequestId: undefined,
  method: 'GET',
  operation: 'getSession',
  status: 200,
  milliseconds: 1.23456,
  bytes: 325,
  isComplete: true,
}

function start() {
  const lines: string[] = []
  const log = createHostLog(
    (line) => lines.push(line),
    () => new Date('2026-11-24T09:00:00Z'),
  )
  return { log, lines, entries: () => lines.map((line) => JSON.parse(line) as object) }
}

describe('the log of a host', () => {
  it('has one JSON object in one line for each request', () => {
    const { log, lines } = start()
    log.requestEnded(exchange)
    expect(lines).toEqual([
      '{"time":"2026-11-24T09:00:00.000Z","level":"info","event":"request","requestId":"made-1","method":"GET",' +
        '"operation":"getSession","status":200,"bytes":325,"milliseconds":1.235}\n',
    ])
  })

  it.each([
    [{ status: 404 }, { level: 'info', status: 404 }],
    [{ status: 500 }, { level: 'error', status: 500 }],
    [
      { status: null, isComplete: false },
      { level: 'info', status: null, isComplete: false },
    ],
    [{ proxyRequestId: 'proxy-id' }, { requestId: 'made-1', proxyRequestId: 'proxy-id' }],
    [
      { operation: 'readyz', status: 503 },
      { level: 'error', operation: 'readyz', status: 503 },
    ],
  ])('describes %j', (changes, expected) => {
    const { log, entries } = start()
    log.requestEnded({ ...exchange, ...changes })
    expect(entries()).toMatchObject([expected])
  })

  it.each(['healthz', 'readyz'])('leaves out a %s that succeeds', (operation) => {
    const { log, lines } = start()
    log.requestEnded({ ...exchange, operation })
    expect(lines).toEqual([])
  })

  it('has the steps of the process', () => {
    const { log, entries } = start()
    log.hostChanged('ready', { port: 4174 })
    log.hostChanged('stopping')
    expect(entries()).toMatchObject([{ event: 'ready', port: 4174 }, { event: 'stopping' }])
  })
})

describe('a failure in the log', () => {
  it('has the kind of error, where it was thrown and its cause, but no message', () => {
    const { log, lines, entries } = start()
    const cause = Object.assign(new Error('no space for admin@example.com'), { code: 'ENOSPC' })
    log.requestFailed(new StorageError('full', cause), 'made-1')
    expect(entries()).toMatchObject([
      {
        level: 'error',
        event: 'failure',
        requestId: 'made-1',
        error: 'StorageError',
        kind: 'full',
        cause: 'Error ENOSPC',
        stack: expect.arrayContaining([expect.stringContaining('hostLog.test.ts')]) as string[],
      },
    ])
    expect(lines.join('')).not.toContain('admin@example.com')
  })

  it('has the number of SQLite’s error', () => {
    const { log, entries } = start()
    const cause = Object.assign(new Error('full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 })
    log.requestFailed(new StorageError('full', cause), null)
    expect(entries()).toMatchObject([{ cause: 'Error ERR_SQLITE_ERROR 13' }])
  })

  it('has no line of a message that looks like a stack', () => {
    const { log, lines } = start()
    log.requestFailed(new Error('wrong\n    at admin@example.com'), null)
    expect(lines.join('')).not.toContain('admin@example.com')
  })

  it('has the type of something else that was thrown', () => {
    const { log, entries } = start()
    log.requestFailed('admin@example.com', null)
    expect(entries()).toEqual([
      {
        time: '2026-11-24T09:00:00.000Z',
        level: 'error',
        event: 'failure',
        requestId: null,
        error: 'string',
      },
    ])
  })
})

describe('a log file', () => {
  it('gets further lines at its end, and keeps those of before', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'edesk-log-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = path.join(folder, 'host.log')
    for (const requestId of ['one', 'two']) {
      const log = openHostLog(file, vi.fn())
      log.requestEnded({ ...exchange, requestId })
      log.close()
    }
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { requestId: 'one' },
      { requestId: 'two' },
    ])
  })

  it.runIf(existsSync('/dev/full'))(
    'counts the lines that cannot be written, and does not stop the host',
    () => {
      const onLost = vi.fn()
      const log = openHostLog('/dev/full', onLost)
      log.requestEnded(exchange)
      log.requestEnded(exchange)
      expect(onLost).toHaveBeenCalledTimes(2)
      log.close()
    },
  )
})
