/** Finds the PostgreSQL for the tests of the storage in PostgreSQL. */
import { globSync } from 'node:fs'

import { onPath } from './systemPackages.mjs'

/** Where Debian, Fedora and Homebrew put the server, which is not in PATH. */
const servers = [
  '/usr/lib/postgresql/*/bin/postgres',
  '/usr/pgsql-*/bin/postgres',
  '/opt/homebrew/opt/postgresql@*/bin/postgres',
]
const oldestVersion = 15

/**
 * Finds a PostgreSQL: POSTGRES_PATH if it is set, else the newest installed one that is new enough.
 *
 * @returns {string | undefined} the path of the server, `postgres`. `initdb` is beside it.
 */
export function findPostgres() {
  const installed = globSync(servers)
    .map((file) => ({ file, version: Number(/[-@/](\d+)\/bin\//.exec(file)?.[1]) }))
    .filter(({ version }) => version >= oldestVersion)
    .sort((one, other) => other.version - one.version)
  return process.env.POSTGRES_PATH ?? installed[0]?.file ?? onPath(['postgres'])
}
