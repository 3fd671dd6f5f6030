import { createServer } from 'node:http'

import { type Listening, runServer } from './runServer.ts'
import { staticFiles } from './staticFiles.ts'

/**
 * Serves a built application until the process receives a signal.
 *
 * @param folder the output of `npm run build` or `npm run build:real`.
 * @param base the path under which it is served, without a trailing slash.
 */
export function serveFolder(
  folder: string,
  { base = '', ...listening }: Listening & { base?: string },
): void {
  runServer(createServer(staticFiles(folder, base)), {
    ...listening,
    onReady: (port) =>
      console.log(
        `\n  eDesk is ready on http://localhost:${port}${base}/\n  Press Ctrl+C to stop it.\n`,
      ),
  })
}
