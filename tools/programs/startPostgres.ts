import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { createPostgresServer } from './postgresServer.ts'

/** A PostgreSQL for tests. */
export interface StartedPostgres {
  /** Its address, as a superuser. */
  url: string
  stop: () => Promise<void>
}

/**
 * Starts a PostgreSQL in a temporary folder. It does not wait for the disk.
 *
 * @param program see `findPostgres`.
 */
export async function startPostgres(program: string): Promise<StartedPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'edesk-pg-'))
  const settings = { max_connections: '200', fsync: 'off' }
  const { url, start } = createPostgresServer(program, folder, settings)
  const server = await start()
  return {
    url,
    async stop() {
      // Ends it at once: its data are not needed any more.
      if (server.exitCode === null && server.kill('SIGQUIT')) await once(server, 'exit')
      rmSync(folder, { recursive: true })
    },
  }
}
