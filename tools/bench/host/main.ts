/**
 * `npm run bench:host`: measures the HTTP host in memory, in SQLite and, if DATABASE_URL names a database, in PostgreSQL, beside
 * json-server and Prism (docs/host-size.md). `npm run bench:host -- 20` measures each for 20 seconds instead of 5.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { type Call, type LoadResult, sendLoad } from './load.ts'
import { installOthers, type Samples, startJsonServer, startPrism } from './otherServers.ts'
import { createTokens, startHost, writeLargeFile } from './startHost.ts'
import { freePort } from '../../run/freePort.ts'
import type { StartedServer } from '../../run/startProcess.ts'

/** Calls that are measured together, in turn. */
interface Group {
  call: string
  calls: readonly Call[]
}

interface Subject {
  name: string
  start: (port: number) => Promise<StartedServer>
  groups: readonly Group[]
  /** Returns the `Authorization` headers of its clients. */
  clients: (origin: string) => Promise<readonly string[]>
}

interface Measured {
  name: string
  results: readonly { call: string; load: LoadResult }[]
  memory: number | undefined
}

/** The calls of the table in docs/host-size.md. */
const reads = group(
  'four reads',
  ...['whoami', 'tags', 'tickets', 'sales-orders'].map((name): Call => ({
    method: 'GET',
    path: `/v1/${name}`,
  })),
)
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

function group(call: string, ...calls: readonly Call[]): Group {
  return { call, calls }
}

function subjects(samples: Samples): Subject[] {
  const ticket = samples.tickets[0]?.id ?? 0
  const tag_group_id = samples.tags[0]?.tag_group_id
  // No two tags may have the same name.
  const body = () => JSON.stringify({ name: `Urgent ${randomUUID()}`, tag_group_id })
  const groupsBelow = (base: string): Group[] => {
    const groups = [
      group('list of tickets', { method: 'GET', path: `${base}/tickets` }),
      group('one ticket', { method: 'GET', path: `${base}/tickets/${ticket}` }),
      group('new tag', { method: 'POST', path: `${base}/tags`, body }),
    ]
    return [...groups, group('all three in turn', ...groups.flatMap(({ calls }) => calls))]
  }
  const host = (name: string, options: () => readonly string[]): Subject => ({
    name,
    start: (port) => startHost(port, options()),
    groups: [...groupsBelow('/v1'), reads],
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
      groups: groupsBelow(''),
      clients: anyone,
    },
    {
      name: 'Prism',
      start: (port) => startPrism(folder, port),
      groups: groupsBelow('/v1'),
      clients: anyone,
    },
  ]
}

async function measure({ name, start, groups, clients }: Subject): Promise<Measured> {
  const server = await start(Number(await freePort()))
  try {
    const options = { folder, authorizations: await clients(server.origin), connections }
    const all = groups.flatMap(({ calls }) => calls)
    await sendLoad(server.origin, all, { ...options, seconds: 1 })
    const results: Measured['results'][number][] = []
    for (const { call, calls } of groups) {
      const load = await sendLoad(server.origin, calls, { ...options, seconds })
      results.push({ call, load })
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
    // The hosts also have calls that json-server has not.
    const ratios = baseline.results.map(({ load: other }, index) => {
      const own = results[index]?.load.requestsPerSecond ?? NaN
      return (own / other.requestsPerSecond).toFixed(2).padStart(18)
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
