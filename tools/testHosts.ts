/**
 * `npm run test:hosts`: runs the end-to-end tests of the HTTP host on two hosts with one PostgreSQL, at the same time. Arguments after
 * `--` go to Playwright: `npm run test:hosts -- kitCalls`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'

import { startHost } from './bench/host/startHost.ts'
import type { StartedServer } from './run/startProcess.ts'
import { findPostgres } from './programs/postgres.mjs'
import { startPostgres } from './programs/startPostgres.ts'
import { freePort } from './run/freePort.ts'
import { onStop } from './run/stopSignals.ts'
import { fail } from './serve/fail.ts'

const hostCount = 2

const program = findPostgres() ?? fail('PostgreSQL is not installed. To install it: npm run setup')
if (!existsSync('dist/real/index.html')) {
  fail('dist/real does not exist. Build it first: npm run build:real')
}
const postgres = await startPostgres(program)
const hosts: StartedServer[] = []
const urls: string[] = []
try {
  while (hosts.length < hostCount) {
    const port = await freePort()
    hosts.push(await startHost(Number(port), ['--worlds', '--database', postgres.url]))
    urls.push(`http://localhost:${port}`)
  }
  process.exitCode = await runTests(urls)
} finally {
  for (const host of hosts) await host.stop()
  await postgres.stop()
}

async function runTests(hostUrls: readonly string[]): Promise<number> {
  const tests = spawn('playwright', ['test', '--project=host', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {
      ...process.env,
      PLAYWRIGHT_HOST_URLS: hostUrls.join(','),
      PLAYWRIGHT_PORT: await freePort(),
    },
  })
  onStop(() => tests.kill('SIGINT'))
  const [code] = (await once(tests, 'exit')) as [number | null]
  return code ?? 1
}
