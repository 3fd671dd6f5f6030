import { randomBytes } from 'node:crypto'
import { isIP, isIPv6 } from 'node:net'
import { hostname } from 'node:os'

import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { demoAccounts } from '#src/mock/scenarios/demoAccounts.ts'
import { seed } from '#src/mock/scenarios/seedData.ts'
import { createServer } from '#src/mock/server/server.ts'
import { createChangeSource } from '#src/mock/transports/changeSource.ts'
import { createChangeStreams } from '#src/mock/transports/changeStreams.ts'
import { createHost } from '#src/mock/transports/host.ts'

import { cleanUpRegularly } from './cleanUpRegularly.ts'
import { openStorage } from './data/openStorage.ts'
import { openWorlds } from './data/openWorlds.ts'
import { fail } from './fail.ts'
import { listenForMetrics } from './metrics/listenForMetrics.ts'
import { createObservation, type Observation } from './observation.ts'
import type { HostConfig } from './options/hostOptions.ts'
import { createReadiness } from './readiness.ts'
import { runServer } from './runServer.ts'
import { staticFiles } from './staticFiles.ts'

/** How long the storage may take to answer `/readyz`. */
const readinessTimeoutMs = 2_000

const machine = {
  now: () => Date.now(),
  randomBytes: (count: number) => new Uint8Array(randomBytes(count)),
}

/**
 * Serves all of eDesk from one process, for curl and other HTTP clients: the application, the management API and `/v1`. If it
 * cannot start, prints what to do and exits with code 1.
 *
 * @param program.app the folder of the application, built for a real backend.
 * @param program.command how to call the host, for error messages.
 * @param program.commandWithPort the command that starts the host on another port, for error messages.
 */
export async function runHost(
  config: HostConfig,
  program: { app: string; command: string; commandWithPort: (port: number) => string },
): Promise<void> {
  const { port, worlds, host } = config
  assertOneStorage(config)
  const ownNames = [hostname(), host ?? 'localhost'].filter(
    (name) => isIP(name) === 0 && URL.canParse(`http://${name}`),
  )
  const hostNames = [...ownNames, ...config['allow-host']]
  const metricsPort = config['metrics-port']
  const observation = await createObservation({
    log: config.log,
    hasMetrics: metricsPort !== undefined,
    hostNames,
  }).catch(failWith)
  const opening = worlds
    ? openWorlds(machine, config.database, observation.cleanUpFailed)
    : openSingleWorld(config, program.command, observation)
  const { close, read, leave, changes, ...backend } = await opening.catch(failWith)
  const readiness = createReadiness(read, readinessTimeoutMs)
  const streams = createChangeStreams(changes)
  const server = createHttpHost()
  const metricsUrl = await listenForMetrics(observation.metricsServer, {
    port: metricsPort,
    host: config['metrics-host'],
  }).catch(stopWith)

  runServer(server, {
    port,
    host,
    commandWithPort: program.commandWithPort,
    drainMs: config['drain-seconds'] * 1_000,
    // Worlds delay some responses on purpose, and do not outlive the process: do not wait long.
    ...(worlds ? { shutdownTimeoutMs: 200 } : {}),
    onReady(port) {
      observation.hostChanged('ready', { port })
      if (config.log !== '-') console.log(readyText(config, port, metricsUrl))
    },
    onStopping() {
      readiness.drain()
      streams.close()
      observation.hostChanged('stopping')
    },
    onClosed: leave,
    onStop: stop,
  })

  function createHttpHost() {
    try {
      return createHost({
        ...backend,
        streams,
        hostNames,
        serveFile: staticFiles(program.app),
        trustedProxies: config['trust-proxy'],
        isReady: readiness.isReady,
        observer: observation.observer,
      })
    } catch (error) {
      return stopWith(error)
    }
  }

  function stop(): void {
    close()
    observation.hostChanged('stopped')
    observation.close()
  }

  function stopWith(error: unknown): never {
    stop()
    return failWith(error)
  }
}

/** Opens one backend that all clients share. It uses the machine's clock and has no demo control. */
async function openSingleWorld(
  { data, database }: HostConfig,
  command: string,
  observation: Observation,
) {
  const clock = { now: () => new Date(machine.now()) }
  const { storage, subscribe, close } = await openStorage({
    data,
    database,
    command,
    fill: (db) => seed(db, defaultWorld(clock.now())),
    onDamage: fail,
  })
  const server = createServer({
    storage: observation.observeStorage(storage),
    clock,
    randomBytes: machine.randomBytes,
    offeredAccounts: demoAccounts,
    onFailure: observation.requestFailed,
  })
  const stopCleaning = cleanUpRegularly(storage, clock.now, observation.cleanUpFailed)
  return {
    server,
    changes: createChangeSource(storage, clock, subscribe),
    close: () => {
      stopCleaning()
      close()
    },
    read: () => storage.read((db) => db.get('sessions', '')),
    leave: async () => undefined,
  }
}

/** The data are in one place. If the options name several, prints which and exits with code 1. */
function assertOneStorage({ worlds, data, database }: HostConfig): void {
  if (worlds && data !== undefined)
    fail('--worlds and --data exclude each other: worlds are in memory or in PostgreSQL.')
  if (data !== undefined && database !== undefined)
    fail('--data and --database (DATABASE_URL) exclude each other: the data are in one place.')
}

function failWith(error: unknown): never {
  return fail(error instanceof Error ? error.message : String(error))
}

function readyText(
  { data, database, worlds, host }: HostConfig,
  port: number,
  metricsUrl: string | undefined,
): string {
  const url = `http://${hostInUrl(host)}:${port}`
  const accounts = demoAccounts.map(
    ({ email, password, role, plan }) => `    ${email}  ${password}  (${role}, ${plan} plan)`,
  )
  return [
    '',
    `  eDesk is ready on ${url}/`,
    `  Its public API:   ${url}/v1`,
    `  Data:             ${placeOfData(data, database)}`,
    ...(worlds ? [`  Worlds:           POST ${url}/demo-control/v1/worlds`] : []),
    ...(metricsUrl === undefined ? [] : [`  Metrics:          ${metricsUrl}`]),
    '',
    '  Log in as:',
    ...accounts,
    '',
    '  Press Ctrl+C to stop it.',
    '',
  ].join('\n')
}

function placeOfData(data: string | undefined, database: string | undefined): string {
  if (database !== undefined) return 'in PostgreSQL'
  return data ?? 'in memory, lost when this stops (--data FILE keeps it)'
}

function hostInUrl(host: string | undefined): string {
  if (host === undefined || ['127.0.0.1', '0.0.0.0', '::1', '::'].includes(host)) return 'localhost'
  return isIPv6(host) ? `[${host}]` : host
}
