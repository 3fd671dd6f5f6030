import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll } from 'vitest'

/** Where Linux keeps files in memory. Tests that write hundreds of files do not have to wait for the disk there. */
const memory = '/dev/shm'

/** Creates a folder for the files of one test file. */
export function createMemoryFolder(): string {
  const folder = mkdtempSync(path.join(existsSync(memory) ? memory : tmpdir(), 'edesk-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  return folder
}
