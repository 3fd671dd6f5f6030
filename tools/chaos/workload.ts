import { type AnswerCounts, createSend } from './api.ts'
import { type Client, type ClientOptions, createClient } from './client.ts'
import { createLedger, type StoredRecord } from './ledger.ts'
import { namePrefix, readRecords } from './readRecords.ts'
import type { Chaos, Findings } from './scenario.ts'

/** How long a scenario waits for answers of the host, in milliseconds. */
const progressTimeoutMs = 180_000
const pollMs = 1
const clientCount = 8

interface WorkloadOptions extends Pick<ClientOptions, 'watchSession'> {
  /** The port of the host. */
  port: number
  /** Where the clients send their requests, if it is another port. */
  clientPort?: number
}

/** Clients that write at the same time, and what the host has acknowledged. */
export interface Workload {
  start: () => void
  /** Waits until the host has acknowledged this number of further changes. @throws Error if this takes too long. */
  progress: (count: number) => Promise<void>
  /** Waits until the host has refused this number of further requests in words. @throws Error if this takes too long. */
  refusals: (count: number) => Promise<void>
  /** Waits for the requests that are under way. */
  stop: () => Promise<void>
  /** Compares what the host has with what it has acknowledged. @param records by default, what both APIs return. */
  check: (records?: readonly StoredRecord[]) => Promise<void>
  /** Starts, waits, stops and checks. */
  run: (count: number) => Promise<void>
  counts: AnswerCounts
  findings: () => Findings
}

/** Creates the clients of a host. */
export function createWorkload(
  { random, faults, keepFindings }: Pick<Chaos, 'random' | 'faults' | 'keepFindings'>,
  { port, clientPort = port, ...options }: WorkloadOptions,
): Workload {
  const ledger = createLedger()
  const counts: AnswerCounts = { refusedInWords: 0, faults }
  const lost: string[] = []
  const doubled: string[] = []
  const send = createSend(clientPort, counts)
  const clients = Array.from({ length: clientCount }, (_, index): Client => {
    const name = `${namePrefix}-${index}`
    return createClient({ ...options, name, send, ledger, counts, random })
  })
  let isOver = true
  let running: Promise<unknown> = Promise.resolve()

  function start(): void {
    isOver = false
    running = Promise.all(clients.map((client) => client.run(() => isOver))).catch(
      (error: unknown) => counts.faults.push(`A client has ended: ${String(error)}`),
    )
  }

  /** Waits until a number has grown. */
  async function grown(read: () => number, by: number, what: string): Promise<void> {
    const goal = read() + by
    const deadline = performance.now() + progressTimeoutMs
    while (read() < goal) {
      if (performance.now() > deadline) throw new Error(`${by} ${what} were expected in time.`)
      await new Promise((resolve) => setTimeout(resolve, pollMs))
    }
  }

  async function stop(): Promise<void> {
    isOver = true
    await running
  }

  async function check(records?: readonly StoredRecord[]): Promise<void> {
    const read = records ?? (await readRecords(createSend(port, counts)))
    const differences = ledger.compare(read)
    lost.push(...differences.lost)
    doubled.push(...differences.doubled)
  }

  const findings = (): Findings => ({
    acknowledged: ledger.acknowledged(),
    refusedInWords: counts.refusedInWords,
    faults,
    lost,
    doubled,
  })
  keepFindings(findings)
  const progress = (count: number) => grown(ledger.acknowledged, count, 'acknowledged changes')

  return {
    start,
    progress,
    refusals: (count) => grown(() => counts.refusedInWords, count, 'refused requests'),
    stop,
    check,
    async run(count) {
      start()
      await progress(count)
      await stop()
      await check()
    },
    counts,
    findings,
  }
}
