/**
 * The whole of eDesk from one process, for curl and real clients: the application, the management API and `/v1`.
 *
 * `node tools/host.ts [--data FILE | --worlds] [--host ADDRESS] [--app FOLDER]`; the environment variable PORT changes the port.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { isIPv6 } from 'node:net'
import { hostname } from 'node:os'
import { parseArgs } from 'node:util'

import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { demoAccounts } from '#src/mock/scenarios/demoAccounts.ts'
import { seed } from '#src/mock/scenarios/world.ts'
import { createServer } from '#src/mock/server.ts'
import { openFileStorage } from '#src/mock/storage/file.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'
import type { Writer } from '#src/mock/storage/storage.ts'
import { createHost } from '#src/mock/transports/host.ts'
import { createHostWorlds } from '#src/mock/transports/hostWorlds.ts'

import { runServer } from './runServer.ts'
import { staticFiles } from './staticFiles.ts'

const command = 'npm run host'

const { data, worlds, host, app } = readOptions()
if (!existsSync(app)) giveUp(`The application is not built: ${command} builds and serves it.`)
if (worlds && data !== undefined)
  giveUp('Worlds are in memory: --worlds and --data exclude each other.')
const machine = {
  now: () => Date.now(),
  randomBytes: (count: number) => new Uint8Array(randomBytes(count)),
}
const { close = () => undefined, ...backend } = worlds
  ? { ...(await createHostWorlds(machine)), close: undefined }
  : await oneWorld().catch((error: unknown) =>
      giveUp(error instanceof Error ? error.message : String(error)),
    )

runServer(createHost({ ...backend, hostNames: [host, hostname()], serveFile: staticFiles(app) }), {
  port: Number(process.env.PORT ?? 4174),
  host,
  command,
  // What worlds keep waiting on purpose is not waited for, and nothing of theirs outlives the process.
  ...(worlds ? { patience: 200 } : {}),
  onReady: (port) => console.log(readyText(port)),
  onStop: close,
})

function readOptions() {
  try {
    return parseArgs({
      options: {
        data: { type: 'string' },
        worlds: { type: 'boolean', default: false },
        host: { type: 'string', default: '127.0.0.1' },
        app: { type: 'string', default: 'dist/real' },
      },
    }).values
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    return giveUp(`${said}\nUse: ${command} -- [--data FILE | --worlds] [--host ADDRESS]`)
  }
}

/** One backend for everybody, by the machine's time, that cannot be controlled. */
async function oneWorld() {
  const clock = { now: () => new Date(machine.now()) }
  const fill = (db: Writer) => seed(db, defaultWorld(clock.now()))
  const { storage, close } = await openStorage(fill)
  const { randomBytes } = machine
  return { server: createServer({ storage, clock, randomBytes, demoAccounts }), close }
}

async function openStorage(fill: (db: Writer) => Promise<void>) {
  if (data !== undefined) {
    const fileStorage = await openFileStorage(data, fill)
    return { storage: fileStorage, close: () => fileStorage.close() }
  }
  const memory = createMemoryStorage()
  await memory.change(fill)
  return { storage: memory, close: undefined }
}

function giveUp(words: string): never {
  console.error(words)
  process.exit(1)
}

function readyText(port: number): string {
  const address = `http://${nameToCall()}:${port}`
  const accounts = demoAccounts.map(
    ({ email, password, role, plan }) => `    ${email}  ${password}  (${role}, ${plan} plan)`,
  )
  return [
    '',
    `  eDesk is ready on ${address}/`,
    `  Its public API:   ${address}/v1`,
    `  Data:             ${data ?? 'in memory, gone when this stops (--data FILE keeps them)'}`,
    ...(worlds ? [`  Worlds:           POST ${address}/demo-control/v1/worlds`] : []),
    '',
    '  Log in as:',
    ...accounts,
    '',
    '  Press Ctrl+C to stop it.',
    '',
  ].join('\n')
}

function nameToCall(): string {
  if (['127.0.0.1', '0.0.0.0', '::1', '::'].includes(host)) return 'localhost'
  return isIPv6(host) ? `[${host}]` : host
}
