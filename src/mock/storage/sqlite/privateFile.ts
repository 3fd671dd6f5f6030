import { closeSync, existsSync, openSync } from 'node:fs'

/** Creates an empty file that only its user can read, unless the file exists. SQLite gives its log the same permissions. */
export function createPrivateFile(file: string): void {
  // Closing a file would release the locks that this process has on it.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
}
