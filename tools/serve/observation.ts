import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'

import type { HostObserver } from '#src/mock/transports/hostObserver.ts'
import type { SchemaTypes, Storage } from '#src/mock/storage/port.ts'
import { observeTransactions } from '#src/mock/storage/observeTransactions.ts'

import { createHostLog, type HostLog, openHostLog } from './hostLog.ts'
import type { HostMetrics } from './metrics/hostMetrics.ts'

/** What a host tells its operator: a log and metrics, if they are switched on. */
export interface Observation {
  observer: HostObserver
  observeStorage: <Types extends SchemaTypes>(storage: Storage<Types>) => Storage<Types>
  /** Logs the error behind a failed request: without a log, on the standard error. */
  requestFailed: (error: unknown, request: Request) => void
  /** Logs the error behind a failed clean-up. */
  cleanUpFailed: (error: unknown) => void
  /** Logs a step of the process. */
  hostChanged: HostLog['hostChanged']
  /** The server for `/metrics`. */
  metricsServer: Server | undefined
  /** Closes the log. */
  close: () => void
}

/**
 * Creates the observation of a host.
 *
 * @param options.log a file, or `-` for the standard output.
 * @param options.hasMetrics whether to measure. The code for it is loaded only then.
 * @param options.hostNames the host names that the server for `/metrics` accepts.
 * @throws Error if the file cannot be opened, or a host name is not valid.
 */
export async function createObservation({
  log: target,
  hasMetrics,
  hostNames,
}: {
  log: string | undefined
  hasMetrics: boolean
  hostNames: readonly string[]
}): Promise<Observation> {
  const { metrics, metricsServer } = hasMetrics ? await loadMetrics(hostNames) : {}
  const log = target === undefined ? undefined : openHostLog(target, () => metrics?.logLineLost())
  const failureLog =
    log ??
    createHostLog(
      (line) => process.stderr.write(line),
      () => new Date(),
    )
  const now = () => performance.now()
  return {
    observer: {
      newRequestId: () => randomUUID(),
      now,
      requestStarted: () => metrics?.requestStarted(),
      requestEnded(exchange) {
        metrics?.requestEnded(exchange)
        log?.requestEnded(exchange)
      },
    },
    observeStorage: (storage) =>
      metrics ? observeTransactions(storage, now, metrics.transactionEnded) : storage,
    requestFailed(error, { headers }) {
      // The host has put its own id into the request.
      failureLog.requestFailed(error, headers.get('x-request-id'))
    },
    cleanUpFailed: (error) => failureLog.requestFailed(error, null),
    hostChanged: (event, details) => log?.hostChanged(event, details),
    metricsServer,
    close: () => log?.close(),
  }
}

async function loadMetrics(
  hostNames: readonly string[],
): Promise<{ metrics: HostMetrics; metricsServer: Server }> {
  const { createHostMetrics } = await import('./metrics/hostMetrics.ts')
  const { createMetricsServer } = await import('./metrics/metricsServer.ts')
  const metrics = createHostMetrics()
  return { metrics, metricsServer: createMetricsServer(metrics, hostNames) }
}
