/** What `npm test` runs on the Node of the packages: finds the programs, then runs the table of steps. */
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { findPrograms, installPrograms, tellPrograms } from './programs.mjs'
import { freePort } from './run/freePort.ts'
import { runAll } from './run/runAll.ts'
import { testSteps } from './run/testSteps.ts'

// Root and CI expect a set-up without questions. Anybody else is not asked for a password by a test.
const mayInstall = process.getuid?.() === 0 || !!process.env.CI

let programs = await findPrograms()
if (programs.missing.length > 0 && mayInstall) {
  await installPrograms(programs.missing)
  programs = await findPrograms()
}
console.log(tellPrograms(programs))
if (programs.missing.length > 0) console.log('  To install what is missing: npm run setup')

const reports = mkdtempSync(path.join(tmpdir(), 'edesk-tests-'))
mkdirSync(path.join(reports, 'contract'))
await runAll(testSteps({ programs, reports, ports: [await freePort(), await freePort()] }))
