/**
 * `npm run bench:host`: measures the HTTP host in memory, in SQLite and, if DATABASE_URL names a database, in PostgreSQL, beside
 * json-server and Prism (docs/host.md). `npm run bench:host -- 20` measures each for 20 seconds instead of 5.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { type Call, type LoadResult, sendLoad } from './load.ts'
import { installOthers, type Samples, startJsonServer, startPrism } from './otherServers.ts'
import { createTokens, startHost, writeLargeFile } from './startHost.ts'
import { freePort } from '../../run/freePort.ts'
import type { StartedServer } from '../../run/startProcess.ts'

interface Subject {
  name: string
  start: (port: number) => Promise<StartedServer>
  calls: readonly Call[]
  /** Returns the `Authorization` headers of its clients. */
  clients: (origin: string) => Promise<readonly string[]>
}

interface Measured {
  name: string
  results: readonly { call: string; load: LoadResult }[]
  memory: number | undefined
}

const connections = 100
/** Enough that no token uses up its quota. */
const tokenCount = 600
const largeLog = 200_000
const seconds = Number(process.argv[2] ?? 5)
const folder = await mkdtemp(path.join(tmpdir(), 'edesk-bench-host-'))

try {
  await bench()
} catch (error) {
  console.error('\n✗ The benchmark failed.', error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function bench(): Promise<void> {
  console.log('Downloading autocannon, json-server and Prism')
  await installOthers(folder)
  const samples = await takeSamples()
  const measured: Measured[] = []
  for (const subject of subjects(samples)) {
    console.log(`Measuring ${subject.name}`)
    try {
      measured.push(await measure(subject))
    } catch (error) {
      console.log(`  Not available: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  printRatios(measured)
  printNumbers(measured)
  await printStarts()
}

/** Takes the host's own tickets and tags, so that json-server sends the same bytes. */
async function takeSamples(): Promise<Samples> {
  const host = await startHost(Number(await freePort()), [])
  try {
    const [Authorization = ''] = await createTokens(host.origin, 1)
    const read = async (url: string): Promise<unknown> => {
      const response = await fetch(host.origin + url, { headers: { Authorization } })
      return ((await response.json()) as { data: unknown }).data
    }
    const tickets = (await read('/v1/tickets')) as Samples['tickets']
    return { tickets, tags: (await read('/v1/tags')) as Samples['tags'] }
  } finally {
    await host.stop()
  }
}

function subjects(samples: Samples): Subject[] {
  const ticket = samples.tickets[0]?.id ?? 0
  const tag_group_id = samples.tags[0]?.tag_group_id
  const body = JSON.stringify({ name: 'Urgent', tag_group_id })
  const callsBelow = (base: string): Call[] => [
    { name: 'list of tickets', method: 'GET', path: `${base}/tickets` },
    { name: 'one ticket', method: 'GET', path: `${base}/tickets/${ticket}` },
    { name: 'new tag', method: 'POST', path: `${base}/tags`, body },
  ]
  const host = (name: string, options: () => readonly string[]): Subject => ({
    name,
    start: (port) => startHost(port, options()),
    calls: callsBelow('/v1'),
    clients: (origin) => createTokens(origin, tokenCount),
  })
  const anyone = async () => ['Bearer anyone']
  const { DATABASE_URL: database } = process.env
  return [
    host('memory', () => []),
    host('SQLite', () => ['--data', path.join(folder, 'data.db')]),
    ...(database === undefined ? [] : [host('PostgreSQL', () => ['--database', database])]),
    {
      name: 'json-server',
      start: (port) => startJsonServer(folder, port, samples),
      calls: callsBelow(''),
      clients: anyone,
    },
    {
      name: 'Prism',
      start: (port) => startPrism(folder, port),
      calls: callsBelow('/v1'),
      clients: anyone,
    },
  ]
}

async function measure({ name, start, calls, clients }: Subject): Promise<Measured> {
  const server = await start(Number(await freePort()))
  try {
    const options = { folder, authorizations: await clients(server.origin), connections }
    const mixed = { call: 'all three in turn', calls }
    const groups = [...calls.map((call) => ({ call: call.name, calls: [call] })), mixed]
    await sendLoad(server.origin, calls, { ...options, seconds: 1 })
    const results: Measured['results'][number][] = []
    for (const group of groups) {
      const load = await sendLoad(server.origin, group.calls, { ...options, seconds })
      results.push({ call: group.call, load })
    }
    return { name, results, memory: await server.memory() }
  } finally {
    await server.stop()
  }
}

function printRatios(measured: readonly Measured[]): void {
  const baseline = measured.find(({ name }) => name === 'json-server')
  if (!baseline) return
  console.log('\nRequests per second, relative to json-server')
  for (const { name, results } of measured) {
    const ratios = results.map(({ load }, index) => {
      const other = baseline.results[index]?.load.requestsPerSecond ?? NaN
      return (load.requestsPerSecond / other).toFixed(2).padStart(18)
    })
    console.log(`  ${name.padEnd(14)}${ratios.join('')}`)
  }
}

function printNumbers(measured: readonly Measured[]): void {
  const calls = measured[0]?.results.map(({ call }) => call.padStart(18)) ?? []
  console.log(`\nWith ${connections} connections, for ${seconds} s each${' '.repeat(4)}`)
  console.log(`  ${''.padEnd(22)}${calls.join('')}`)
  for (const { name, results, memory } of measured) {
    const row = (label: string, text: (load: LoadResult) => string) =>
      console.log(
        `  ${label.padEnd(22)}${results.map(({ load }) => text(load).padStart(18)).join('')}`,
      )
    row(`${name}: requests/s`, (load) => load.requestsPerSecond.toFixed(0))
    row('  p50', (load) => `${load.p50} ms`)
    row('  p99', (load) => `${load.p99} ms`)
    row('  failed', (load) => String(load.failed))
    if (memory !== undefined) console.log(`    memory              ${(memory / 1e6).toFixed(0)} MB`)
  }
}

async function printStarts(): Promise<void> {
  console.log('\nTime until /readyz answers')
  const large = await writeLargeFile(folder, largeLog)
  const starts = { memory: [], 'an empty file': ['--data', path.join(folder, 'new.db')] }
  const withLog = {
    [`20,000 tokens and ${largeLog.toLocaleString('en')} requests`]: ['--data', large],
  }
  for (const [name, options] of Object.entries({ ...starts, ...withLog })) {
    const host = await startHost(Number(await freePort()), options)
    await host.stop()
    console.log(`  ${name.padEnd(40)}${host.startMs.toFixed(0).padStart(6)} ms`)
  }
}
