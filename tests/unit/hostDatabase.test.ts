import { once } from 'node:events'

import { describe, expect, it } from 'vitest'

import { runToEnd, runToFailure, start } from '../support/hostProcess.ts'
import { asSuperuser, createDatabase, hasPostgres } from '../support/postgres/databases.ts'
import { worldsWithRows } from '../support/postgres/worldRows.ts'

const secret = 'Not-To-Be-Printed'

describe('--database', () => {
  it.each([
    [['--database', `postgres://u:${secret}@127.0.0.1:1/x`], 'Nothing listens there'],
    [['--database', `mysql://u:${secret}@127.0.0.1/x`], 'Wrong value of --database'],
    [['--database', `postgres://u:${secret}@x/x`, '--data', 'file'], 'exclude each other'],
    [['--database', `postgres://u:${secret}@127.0.0.1:1/x`, '--worlds'], 'Nothing listens there'],
  ])('that cannot be used is refused without its password: %#', async (args, words) => {
    const { output, code } = await runToFailure(args)
    expect(output).toContain(words)
    expect(output).not.toContain(secret)
    expect(code).toBe(1)
  })

  it('is hidden by --print-config', async () => {
    const { output } = await runToEnd([
      '--print-config',
      '--database',
      `postgres://u:${secret}@x/x`,
    ])
    expect(output).toMatch(/^database +••• +--database$/m)
    expect(output).not.toContain(secret)
  })
})

describe.skipIf(!hasPostgres)('a host on PostgreSQL', () => {
  it('keeps its worlds there, beside those of another host, until it stops', async () => {
    const url = await createDatabase()
    const options = ['--worlds', '--database', url]
    const hosts = await Promise.all([start(options), start(options)])
    for (const { port, output } of hosts) {
      expect(output).toContain('in PostgreSQL')
      const created = await fetch(`http://127.0.0.1:${port}/demo-control/v1/worlds`, {
        method: 'POST',
        body: '{"link":"demo=tokens"}',
      })
      expect(created.status).toBe(200)
    }
    expect(await worldsWithRows(url)).toEqual({ 1: 1, 2: 1 })
    for (const { host } of hosts) {
      host.kill('SIGTERM')
      expect(await once(host, 'exit')).toEqual([0, null])
    }
    expect(await worldsWithRows(url)).toEqual({})
  })

  it('is not ready while the database refuses it, and goes on afterwards', async () => {
    const url = await createDatabase()
    const name = new URL(url).pathname.slice(1)
    const { host, port, output } = await start(['--database', url])
    expect(output).toContain('in PostgreSQL')
    const readiness = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status
    expect(await readiness()).toBe(200)
    await asSuperuser(
      `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
    )
    expect(await readiness()).toBe(503)
    await asSuperuser(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
    expect(await readiness()).toBe(200)
    expect(host.exitCode).toBeNull()
  })
})
