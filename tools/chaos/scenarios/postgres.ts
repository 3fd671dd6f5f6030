import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ChildProcess } from 'node:child_process'

import { Client } from 'pg'

import { findPostgres } from '../../programs/postgres.mjs'
import { createPostgresServer } from '../../programs/postgresServer.ts'
import { freePort } from '../../run/freePort.ts'
import { ask } from '../../../tests/support/http.ts'
import { between, type Scenario } from '../scenario.ts'
import { startHost } from '../startHost.ts'
import { createWorkload } from '../workload.ts'

/** Kills a host and its PostgreSQL in turn, while the host writes. */
export const postgres: Scenario = {
  help: 'kills a host and its PostgreSQL in turn, while the host writes',
  rounds: 30,
  unavailable: () =>
    findPostgres() === undefined ? 'PostgreSQL is not installed: npm run setup' : undefined,
  async run(chaos) {
    // Not in the folder of the scenario, which the user of the server cannot read.
    const folder = mkdtempSync(path.join(tmpdir(), 'edesk-pg-'))
    chaos.atEnd(() => rmSync(folder, { recursive: true, force: true }))
    const database = createPostgresServer(findPostgres() ?? '', folder)
    let server = await database.start()
    chaos.atEnd(() => killAll(server))
    await assertDurable(database.url)
    const port = Number(await freePort())
    const start = () => startHost(chaos, { port, options: ['--database', database.url] })
    const work = createWorkload(chaos, { port })

    let host = await start()
    for (let round = 1; round <= chaos.rounds; round += 1) {
      const changes = between(chaos.random, 20, 100)
      work.start()
      await work.progress(changes)
      if (round % 2 === 1) {
        await host.kill()
        await work.stop()
        host = await start()
      } else {
        killAll(server)
        if (await isReady(port)) chaos.faults.push('The host is ready without a database.')
        await work.refusals(10)
        server = await database.start()
        // The same host goes on by itself.
        await work.progress(1)
        await work.stop()
      }
      await work.check()
      chaos.report(
        round,
        `${round % 2 === 1 ? 'host' : 'database'} killed after ${changes} changes`,
      )
    }
    await work.run(20)
    await host.stop()
    return work.findings()
  },
}

async function isReady(port: number): Promise<boolean> {
  return (await ask(port, 'GET', '/readyz')).status === 200
}

/** @throws Error if the database acknowledges a commit before it is on the disk. */
async function assertDurable(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      const { rows } = await client.query<Record<string, string>>(`SHOW ${setting}`)
      if (rows[0]?.[setting] !== 'on') throw new Error(`${setting} is off.`)
    }
  } finally {
    await client.end()
  }
}

/** Ends all processes of a PostgreSQL at once. Each of them has a process group of its own. */
function killAll({ pid, exitCode, signalCode }: ChildProcess): void {
  // Another process may have the number of one that has ended.
  if (pid === undefined || exitCode !== null || signalCode !== null) return
  for (const each of [pid, ...childrenOf(pid)]) {
    try {
      process.kill(each, 'SIGKILL')
    } catch {
      // It has ended.
    }
  }
}

/** Linux only; elsewhere, the children end by themselves once their parent has ended. */
function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return text.trim().split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}
