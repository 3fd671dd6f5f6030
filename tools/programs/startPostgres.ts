import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { Client } from 'pg'

/** A PostgreSQL for tests. */
export interface StartedPostgres {
  /** Its address, as a superuser. */
  url: string
  stop: () => Promise<void>
}

const password = 'not-a-real-password'

/**
 * Starts a PostgreSQL in a temporary folder.
 *
 * @param program see `findPostgres`.
 */
export async function startPostgres(program: string): Promise<StartedPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'edesk-pg-'))
  const server = start(program, folder)
  const url = `postgres://postgres:${password}@localhost/postgres?host=${encodeURIComponent(folder)}`
  await connected(url, server)
  return {
    url,
    async stop() {
      // Ends it at once: its data are not needed any more.
      if (server.exitCode === null && server.kill('SIGQUIT')) await once(server, 'exit')
      rmSync(folder, { recursive: true })
    },
  }
}

function start(program: string, folder: string): ChildProcess {
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
  const settings = {
    listen_addresses: '',
    unix_socket_directories: folder,
    max_connections: '200',
    fsync: 'off',
    log_destination: 'stderr',
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return spawn(program, ['-D', data, ...args], options)
}

/** PostgreSQL refuses to run as root. Its package has created a user for it. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** Waits until the server accepts connections. */
async function connected(url: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch {
      // It is still starting.
      await new Promise((resolve) => setTimeout(resolve, 20))
    } finally {
      await client.end()
    }
  }
  throw new Error(`PostgreSQL has ended with code ${server.exitCode}`)
}
