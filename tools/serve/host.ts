/**
 * Serves all of eDesk from one process, for curl and other HTTP clients: the application, the management API and `/v1`.
 *
 * `node tools/serve/host.ts [--data FILE | --worlds] [--host ADDRESS] [--allow-host NAME] [--trust-proxy ADDRESS] [--app FOLDER]`. The
 * environment variable PORT sets the port.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { isIP, isIPv6 } from 'node:net'
import { hostname } from 'node:os'
import { parseArgs } from 'node:util'

import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { demoAccounts } from '#src/mock/scenarios/demoAccounts.ts'
import { seed } from '#src/mock/scenarios/seedData.ts'
import { createServer } from '#src/mock/server/server.ts'
import { openFileStorage } from '#src/mock/storage/file.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'
import { schema, type Writer } from '#src/mock/domain/schema.ts'
import { createHost, type HostOptions } from '#src/mock/transports/host.ts'
import { createWorldRegistry } from '#src/mock/transports/worldRegistry.ts'

import { runServer } from './runServer.ts'
import { staticFiles } from './staticFiles.ts'

const command = 'npm run host'

const { data, worlds, host, app, 'allow-host': allowed, 'trust-proxy': proxies } = readOptions()
if (!existsSync(app)) fail(`The application is not built. To build and serve it: ${command}`)
if (worlds && data !== undefined)
  fail('--worlds and --data exclude each other: worlds are kept in memory.')
const machine = {
  now: () => Date.now(),
  randomBytes: (count: number) => new Uint8Array(randomBytes(count)),
}
const { close = () => undefined, ...backend } = worlds
  ? { ...(await createWorldRegistry(machine)), close: undefined }
  : await openSingleWorld().catch((error: unknown) =>
      fail(error instanceof Error ? error.message : String(error)),
    )

runServer(createHttpHost(), {
  port: Number(process.env.PORT ?? 4174),
  host,
  command,
  // Worlds delay some responses on purpose, and their data ends with the process: do not wait long.
  ...(worlds ? { shutdownTimeoutMs: 200 } : {}),
  onReady: (port) => console.log(readyText(port)),
  onStop: close,
})

function readOptions() {
  try {
    return parseArgs({
      options: {
        data: { type: 'string' },
        worlds: { type: 'boolean', default: false },
        host: { type: 'string' },
        'allow-host': { type: 'string', multiple: true, default: [] },
        'trust-proxy': { type: 'string', multiple: true, default: [] },
        app: { type: 'string', default: 'dist/real' },
      },
    }).values
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    return fail(
      `${reason}\nUsage: ${command} -- [--data FILE | --worlds] [--host ADDRESS] [--allow-host NAME] [--trust-proxy ADDRESS]`,
    )
  }
}

function createHttpHost() {
  const ownNames = [hostname(), host ?? 'localhost'].filter(
    (name) => isIP(name) === 0 && URL.canParse(`http://${name}`),
  )
  const hostNames = [...ownNames, ...allowed]
  const options: HostOptions = { ...backend, hostNames, serveFile: staticFiles(app) }
  try {
    return createHost({ ...options, trustedProxies: proxies })
  } catch (error) {
    close()
    return fail(error instanceof Error ? error.message : String(error))
  }
}

/** Opens one backend that all clients share. It uses the machine's clock and has no demo control. */
async function openSingleWorld() {
  const clock = { now: () => new Date(machine.now()) }
  const fill = (db: Writer) => seed(db, defaultWorld(clock.now()))
  const { storage, close } = await openStorage(fill)
  const { randomBytes } = machine
  return {
    server: createServer({ storage, clock, randomBytes, offeredAccounts: demoAccounts }),
    close,
  }
}

async function openStorage(fill: (db: Writer) => Promise<void>) {
  if (data !== undefined) {
    const fileStorage = await openFileStorage(schema, data, fill)
    return { storage: fileStorage, close: () => fileStorage.close() }
  }
  const memory = createMemoryStorage(schema)
  await memory.write(fill)
  return { storage: memory, close: undefined }
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

function readyText(port: number): string {
  const url = `http://${hostInUrl()}:${port}`
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

function hostInUrl(): string {
  if (host === undefined || ['127.0.0.1', '0.0.0.0', '::1', '::'].includes(host)) return 'localhost'
  return isIPv6(host) ? `[${host}]` : host
}
