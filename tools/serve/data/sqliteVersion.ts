import { isBuiltin } from 'node:module'

/** The first version of Node whose SQLite has all that the storage uses, such as `isTransaction`. */
const firstVersion = '22.16'

/** Whether this version of Node has SQLite. */
export function hasSqlite(): boolean {
  const isRecent = process.versions.node.localeCompare(firstVersion, 'en', { numeric: true }) >= 0
  return isRecent && isBuiltin('node:sqlite')
}

/** @throws Error that says what to do, if this version of Node lacks SQLite. */
export function assertSqlite(): void {
  if (hasSqlite()) return
  throw new Error(
    `A data file needs Node ${firstVersion} or later, and this is Node ${process.versions.node}. Update Node, or leave out --data.`,
  )
}
