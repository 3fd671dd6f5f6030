/**
 * `npm run host`, after the build: `node tools/serve/host.ts [--data FILE | --worlds] [--host ADDRESS] [--allow-host NAME]
 * [--trust-proxy ADDRESS] [--app FOLDER]`. The environment variable PORT sets the port.
 */
import { existsSync } from 'node:fs'

import { fail, hostOptions, hostUsage, readOptions } from './commandOptions.ts'
import { runHost } from './runHost.ts'

const command = 'npm run host'
const options = readOptions(
  process.argv.slice(2),
  { ...hostOptions, app: { type: 'string', default: 'dist/real' } },
  `${command} -- ${hostUsage}`,
)
if (!existsSync(options.app))
  fail(`The application is not built. To build and serve it: ${command}`)
await runHost(options, {
  port: Number(process.env.PORT ?? 4174),
  commandWithPort: (port) => `PORT=${port} ${command}`,
})
