import { randomUUID } from 'node:crypto'

import { Client, type ClientConfig } from 'pg'

/** Changes of one host are announced to the others at most this often. */
const intervalMs = 100

/** How long to wait before a lost connection is opened again: at first, and at most. */
const firstWaitMs = 100
const longestWaitMs = 5_000

/** How often the connection is checked: nothing else would notice that it is dead. */
const checkMs = 30_000
const statementTimeoutMs = 15_000

/** Announces the changes of a host to the other hosts of its database. */
export interface ChangeChannel {
  announce: () => void
  close: () => Promise<void>
}

/**
 * Opens a channel between the hosts of a database, on a connection of its own. A connection that cannot be opened or is lost is
 * opened again.
 *
 * `NOTIFY` is no part of the transactions that write: PostgreSQL commits those with a `NOTIFY` one after the other.
 *
 * @param name the name of the channel in PostgreSQL.
 * @param onChange called after a change of another host, and after each connection: a change may have been missed before.
 */
export function openChangeChannel(
  options: ClientConfig,
  name: string,
  onChange: () => void,
): ChangeChannel {
  /** The sender of this host's notifications, which PostgreSQL also sends to this host. */
  const ownId = randomUUID()
  let client: Client | undefined
  /** Whether it listens. */
  let isOpen = false
  let isClosed = false
  let isPending = false
  let waitMs = firstWaitMs
  let pause: NodeJS.Timeout | undefined
  let reconnection: NodeJS.Timeout | undefined
  const check = setInterval(() => void query('SELECT 1'), checkMs).unref()

  async function connect(): Promise<void> {
    const opened = new Client({
      ...options,
      application_name: `${options.application_name} changes`,
      query_timeout: statementTimeoutMs,
    })
    opened.on('error', () => lose(opened))
    opened.on('end', () => lose(opened))
    opened.on('notification', ({ payload }) => {
      if (payload !== ownId) onChange()
    })
    client = opened
    try {
      await opened.connect()
      // A notification that a crash loses costs nothing, so its transaction need not wait for the disk.
      await opened.query(`SET synchronous_commit = off; LISTEN ${name}`)
    } catch {
      return lose(opened)
    }
    if (client !== opened) return
    isOpen = true
    waitMs = firstWaitMs
    onChange()
    if (isPending) announce()
  }

  /** Closes a connection, and opens another one after a wait that grows. */
  function lose(lost: Client): void {
    if (client !== lost) return
    client = undefined
    isOpen = false
    void end(lost)
    if (isClosed) return
    reconnection = setTimeout(() => void connect(), waitMs).unref()
    waitMs = Math.min(longestWaitMs, waitMs * 2)
  }

  async function query(sql: string): Promise<boolean> {
    const used = client
    if (!used || !isOpen) return false
    try {
      await used.query(sql)
      return true
    } catch {
      lose(used)
      return false
    }
  }

  function announce(): void {
    isPending = true
    // The next connection announces it.
    if (pause !== undefined || !isOpen) return
    isPending = false
    pause = setTimeout(() => {
      pause = undefined
      if (isPending) announce()
    }, intervalMs).unref()
    void query(`NOTIFY ${name}, '${ownId}'`).then((isSent) => {
      if (isSent) return
      announce()
    })
  }

  void connect()
  return {
    announce,
    async close() {
      isClosed = true
      isOpen = false
      clearInterval(check)
      clearTimeout(pause)
      clearTimeout(reconnection)
      const last = client
      client = undefined
      if (last) await end(last)
    },
  }
}

/** A connection that is lost cannot be ended either. */
async function end(client: Client): Promise<void> {
  await client.end().catch(() => undefined)
}
