import { expect } from 'vitest'

import { eventually } from '../eventually.ts'
import { asSuperuser } from './databases.ts'

/** Waits until so many hosts listen for the changes of a database. */
export async function listening(database: string, count: number): Promise<void> {
  await eventually(async () => {
    const rows = await asSuperuser(`SELECT pid ${listeners(database)} AND state = 'idle'`)
    expect(rows).toHaveLength(count)
  })
}

/** Ends the connections on which hosts listen, as a network does that is lost. */
export async function cutListeners(database: string): Promise<void> {
  await asSuperuser(`SELECT pg_terminate_backend(pid) ${listeners(database)}`)
}

function listeners(database: string): string {
  const name = new URL(database).pathname.slice(1)
  return `FROM pg_stat_activity WHERE datname = '${name}' AND application_name = 'edesk changes'`
}
