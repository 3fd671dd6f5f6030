import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

import { changesOperation, type HostExchange } from '#src/mock/transports/hostObserver.ts'
import type { Transaction } from '#src/mock/storage/observeTransactions.ts'

/** The upper bounds of the buckets of durations, in seconds. */
const requestBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const transactionBuckets = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1]

/** The metrics of a host. */
export interface HostMetrics {
  requestStarted: () => void
  requestEnded: (exchange: HostExchange) => void
  transactionEnded: (transaction: Transaction) => void
  logLineLost: () => void
  contentType: string
  /** Returns all metrics in the OpenMetrics format. */
  text: () => Promise<string>
}

/** Creates the metrics of a host and of its process. Labels have only values that the contract or the code defines. */
export function createHostMetrics(): HostMetrics {
  const registry = new Registry<typeof Registry.OPENMETRICS_CONTENT_TYPE>()
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE)
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'edesk_http_requests_total',
    help: 'Requests that have ended, by operation and class of status.',
    labelNames: ['operation', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'edesk_http_request_duration_seconds',
    help: 'Time from the headers of a request to the end of its response.',
    labelNames: ['operation'],
    buckets: requestBuckets,
    registers,
  })
  const openRequests = new Gauge({
    name: 'edesk_http_open_requests',
    help: 'Requests that have not ended.',
    registers,
  })
  const rateLimited = new Counter({
    name: 'edesk_rate_limited_requests_total',
    help: 'Requests that a limit has refused: the quota of a token, or the limit on wrong passwords.',
    labelNames: ['limit'],
    registers,
  })
  const transactions = new Counter({
    name: 'edesk_storage_transactions_total',
    help: 'Transactions of the storage. One is rolled back if its request is rejected or the storage fails.',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  const transactionDurations = new Histogram({
    name: 'edesk_storage_transaction_duration_seconds',
    help: 'Duration of the transactions of the storage, with the time that they wait for others.',
    labelNames: ['kind'],
    buckets: transactionBuckets,
    registers,
  })
  const lostLines = new Counter({
    name: 'edesk_log_lines_lost_total',
    help: 'Lines of the log that could not be written.',
    registers,
  })
  for (const limit of ['quota', 'log-in']) rateLimited.inc({ limit }, 0)
  for (const kind of ['read', 'write']) {
    for (const outcome of ['committed', 'rolled back']) transactions.inc({ kind, outcome }, 0)
  }

  return {
    requestStarted() {
      openRequests.inc()
    },
    requestEnded({ operation, status, milliseconds }) {
      openRequests.dec()
      requests.inc({ operation, status: statusClass(status) })
      // A stream is not slow because its page is open for long.
      if (operation !== changesOperation) durations.observe({ operation }, milliseconds / 1000)
      if (status === 429) rateLimited.inc({ limit: operation === 'logIn' ? 'log-in' : 'quota' })
    },
    transactionEnded({ kind, milliseconds, isCommitted }) {
      transactions.inc({ kind, outcome: isCommitted ? 'committed' : 'rolled back' })
      transactionDurations.observe({ kind }, milliseconds / 1000)
    },
    logLineLost() {
      lostLines.inc()
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}

function statusClass(status: number | null): string {
  return status === null ? 'none' : `${Math.trunc(status / 100)}xx`
}
