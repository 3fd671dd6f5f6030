/**
 * Serves a built application: `node tools/serve.ts dist/demo`. The environment variable PORT changes the port.
 */
import { createServer } from 'node:http'

import { runServer } from './runServer.ts'
import { staticFiles } from './staticFiles.ts'

const folder = process.argv[2] ?? 'dist/demo'
const base = (process.env.BASE_PATH ?? '/').replace(/\/$/, '')

runServer(createServer(staticFiles(folder, base)), {
  port: Number(process.env.PORT ?? 4173),
  host: 'localhost',
  command: 'npm start',
  onReady: (port) =>
    console.log(
      `\n  eDesk is ready on http://localhost:${port}${base}/\n  Press Ctrl+C to stop it.\n`,
    ),
})
