import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { Client } from 'pg'

/** Not a secret: the server listens only at a socket in its folder. */
const password = 'not-a-real-password'

/** How long a server may take to start, also after it was killed. */
const startTimeoutMs = 30_000
const pollMs = 20

/** A PostgreSQL with data of its own. */
export interface PostgresServer {
  /** Its address, as a superuser. */
  url: string
  /** Starts it, and returns its first process once it accepts connections. @throws Error if it does not. */
  start: () => Promise<ChildProcess>
}

/**
 * Creates a PostgreSQL in an empty folder. It listens at a socket in this folder.
 *
 * @param program the path of `postgres`.
 * @param settings settings of the server, such as `fsync`.
 */
export function createPostgresServer(
  program: string,
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): PostgresServer {
  const user = serverUser()
  const passwordFile = path.join(folder, 'password')
  const data = path.join(folder, 'data')
  writeFileSync(passwordFile, password)
  if (user) for (const file of [folder, passwordFile]) chownSync(file, user.uid, user.gid)
  const options = { ...user, cwd: folder, stdio: 'ignore' } as const
  execFileSync(
    path.join(path.dirname(program), 'initdb'),
    [
      ['--pgdata', data, '--username=postgres', '--auth=scram-sha-256', '--pwfile', passwordFile],
      ['--no-sync', '--encoding=UTF8', '--locale=C'],
    ].flat(),
    options,
  )
  const all = {
    listen_addresses: '',
    unix_socket_directories: folder,
    log_destination: 'stderr',
    ...settings,
  }
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const url = `postgres://postgres:${password}@localhost/postgres?host=${encodeURIComponent(folder)}`

  async function start(): Promise<ChildProcess> {
    const deadline = performance.now() + startTimeoutMs
    while (performance.now() < deadline) {
      const server = spawn(program, ['-D', data, ...args], options)
      if (await isConnected(url, server)) return server
      // After a kill, it refuses to start until the last process of the earlier one has ended.
      await pause()
    }
    throw new Error('PostgreSQL does not start.')
  }

  return { url, start }
}

/** PostgreSQL refuses to run as root. Its package has created a user for it. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** Waits until the server accepts connections. Returns false if it has ended. */
async function isConnected(url: string, server: ChildProcess): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      return true
    } catch {
      // It is still starting.
      await pause()
    } finally {
      await client.end()
    }
  }
  return false
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pollMs))
}
