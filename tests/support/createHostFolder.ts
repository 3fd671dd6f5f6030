import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for the hosts that tests start. */
    hostFolder: string
  }
}

/** Creates the folder for all unit tests, and removes it after them. */
export default function createHostFolder({ provide }: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'edesk-host-'))
  provide('hostFolder', folder)
  return () => rmSync(folder, { recursive: true })
}
