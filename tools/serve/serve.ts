/**
 * Serves a built application: `node tools/serve/serve.ts dist/demo`, or under a base path:
 * `node tools/serve/serve.ts dist/demo --base /edesk`. The environment variable PORT sets the port.
 */
import { parseArgs } from 'node:util'

import { serveFolder } from './serveFolder.ts'

const { values, positionals } = parseArgs({
  options: { base: { type: 'string', default: '/' } },
  allowPositionals: true,
})
serveFolder(positionals[0] ?? 'dist/demo', {
  base: values.base.replace(/\/$/, ''),
  port: Number(process.env.PORT ?? 4173),
  commandWithPort: (port) => `PORT=${port} npm start`,
})
