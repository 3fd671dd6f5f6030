/**
 * The whole of eDesk from one process, for curl and real clients: the application, the management API and `/v1`.
 *
 * `node tools/host.ts [--data FILE] [--host ADDRESS]`; the environment variable PORT changes the port.
 */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'

import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { demoAccounts } from '#src/mock/scenarios/demoAccounts.ts'
import { seed } from '#src/mock/scenarios/world.ts'
import { createServer } from '#src/mock/server.ts'
import { openFileStorage } from '#src/mock/storage/file.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'
import type { Writer } from '#src/mock/storage/storage.ts'
import { createHost } from '#src/mock/transports/host.ts'

import { runServer } from './runServer.ts'
import { staticFiles } from './staticFiles.ts'

const { values } = parseArgs({
  options: { data: { type: 'string' }, host: { type: 'string', default: '127.0.0.1' } },
})
const port = Number(process.env.PORT ?? 4174)
const clock = { now: () => new Date() }
const fill = (db: Writer) => seed(db, defaultWorld(clock.now()))

const { storage, close } = await openStorage(values.data).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
const server = createServer({
  storage,
  clock,
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
  demoAccounts,
})

runServer(createHost({ server, hostNames: [values.host], serveFile: staticFiles('dist/real') }), {
  port,
  host: values.host,
  command: 'npm run host',
  onReady: () => console.log(readyText()),
  onStop: close,
})

async function openStorage(file: string | undefined) {
  if (file !== undefined) {
    const fileStorage = await openFileStorage(file, fill)
    return { storage: fileStorage, close: () => fileStorage.close() }
  }
  const memory = createMemoryStorage()
  await memory.change(fill)
  return { storage: memory, close: () => undefined }
}

function readyText(): string {
  const address = `http://${values.host === '127.0.0.1' ? 'localhost' : values.host}:${port}`
  const accounts = demoAccounts.map(
    ({ email, password, role, plan }) => `    ${email}  ${password}  (${role}, ${plan} plan)`,
  )
  return [
    '',
    `  eDesk is ready on ${address}/`,
    `  Its public API:   ${address}/v1`,
    `  Data:             ${values.data ?? 'in memory, gone when this stops (--data FILE keeps them)'}`,
    '',
    '  Log in as:',
    ...accounts,
    '',
    '  Press Ctrl+C to stop it.',
    '',
  ].join('\n')
}
