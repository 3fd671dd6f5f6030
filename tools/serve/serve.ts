/**
 * Serves a built application: `node tools/serve/serve.ts dist/demo`, or under a base path: `node tools/serve/serve.ts dist/demo --base /edesk`.
 * The environment variable PORT sets the port.
 */
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'

import { runServer } from './runServer.ts'
import { staticFiles } from './staticFiles.ts'

const { values, positionals } = parseArgs({
  options: { base: { type: 'string', default: '/' } },
  allowPositionals: true,
})
const folder = positionals[0] ?? 'dist/demo'
const base = values.base.replace(/\/$/, '')

runServer(createServer(staticFiles(folder, base)), {
  port: Number(process.env.PORT ?? 4173),
  command: 'npm start',
  onReady: (port) =>
    console.log(
      `\n  eDesk is ready on http://localhost:${port}${base}/\n  Press Ctrl+C to stop it.\n`,
    ),
})
