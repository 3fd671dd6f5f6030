import { randomBytes } from 'node:crypto'
import { isIP, isIPv6 } from 'node:net'
import { hostname } from 'node:os'

import { schema, type Writer } from '#src/mock/domain/schema.ts'
import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { demoAccounts } from '#src/mock/scenarios/demoAccounts.ts'
import { seed } from '#src/mock/scenarios/seedData.ts'
import { createServer } from '#src/mock/server/server.ts'
import { openFileStorage } from '#src/mock/storage/file.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'
import { createHost } from '#src/mock/transports/host.ts'
import { createWorldRegistry } from '#src/mock/transports/worldRegistry.ts'

import { fail } from './fail.ts'
import type { HostConfig } from './options/hostOptions.ts'
import { runServer } from './runServer.ts'
import { staticFiles } from './staticFiles.ts'

const machine = {
  now: () => Date.now(),
  randomBytes: (count: number) => new Uint8Array(randomBytes(count)),
}

/**
 * Serves all of eDesk from one process, for curl and other HTTP clients: the application, the management API and `/v1`. If it
 * cannot start, prints what to do and exits with code 1.
 *
 * @param program.app the folder of the application, built for a real backend.
 * @param program.commandWithPort the command that starts the host on another port, for error messages.
 */
export async function runHost(
  config: HostConfig,
  program: { app: string; commandWithPort: (port: number) => string },
): Promise<void> {
  const { port, data, worlds, host } = config
  if (worlds && data !== undefined)
    fail('--worlds and --data exclude each other: worlds are kept in memory.')
  const { close, ...backend } = worlds
    ? { ...(await createWorldRegistry(machine)), close: () => undefined }
    : await openSingleWorld(data).catch(failWith)

  runServer(createHttpHost(), {
    port,
    host,
    commandWithPort: program.commandWithPort,
    // Worlds delay some responses on purpose, and their data ends with the process: do not wait long.
    ...(worlds ? { shutdownTimeoutMs: 200 } : {}),
    onReady: (port) => console.log(readyText(config, port)),
    onStop: close,
  })

  function createHttpHost() {
    const ownNames = [hostname(), host ?? 'localhost'].filter(
      (name) => isIP(name) === 0 && URL.canParse(`http://${name}`),
    )
    try {
      return createHost({
        ...backend,
        hostNames: [...ownNames, ...config['allow-host']],
        serveFile: staticFiles(program.app),
        trustedProxies: config['trust-proxy'],
      })
    } catch (error) {
      close()
      return failWith(error)
    }
  }
}

/** Opens one backend that all clients share. It uses the machine's clock and has no demo control. */
async function openSingleWorld(data: string | undefined) {
  const clock = { now: () => new Date(machine.now()) }
  const fill = (db: Writer) => seed(db, defaultWorld(clock.now()))
  const { storage, close } = await openStorage(data, fill)
  const { randomBytes } = machine
  return {
    server: createServer({ storage, clock, randomBytes, offeredAccounts: demoAccounts }),
    close,
  }
}

async function openStorage(data: string | undefined, fill: (db: Writer) => Promise<void>) {
  if (data !== undefined) {
    const fileStorage = await openFileStorage(schema, data, fill)
    return { storage: fileStorage, close: () => fileStorage.close() }
  }
  const memory = createMemoryStorage(schema)
  await memory.write(fill)
  return { storage: memory, close: () => undefined }
}

function failWith(error: unknown): never {
  return fail(error instanceof Error ? error.message : String(error))
}

function readyText({ data, worlds, host }: HostConfig, port: number): string {
  const url = `http://${hostInUrl(host)}:${port}`
  const accounts = demoAccounts.map(
    ({ email, password, role, plan }) => `    ${email}  ${password}  (${role}, ${plan} plan)`,
  )
  return [
    '',
    `  eDesk is ready on ${url}/`,
    `  Its public API:   ${url}/v1`,
    `  Data:             ${data ?? 'in memory, lost when this stops (--data FILE keeps it)'}`,
    ...(worlds ? [`  Worlds:           POST ${url}/demo-control/v1/worlds`] : []),
    '',
    '  Log in as:',
    ...accounts,
    '',
    '  Press Ctrl+C to stop it.',
    '',
  ].join('\n')
}

function hostInUrl(host: string | undefined): string {
  if (host === undefined || ['127.0.0.1', '0.0.0.0', '::1', '::'].includes(host)) return 'localhost'
  return isIPv6(host) ? `[${host}]` : host
}
