/** Second part of `npm test`, run by the Node from node_modules: finds the programs, then runs all steps. */
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { findPrograms, installPrograms, describePrograms } from '../programs/programs.mjs'
import { freePort } from './freePort.ts'
import { runAll } from './runAll.ts'
import { testSteps } from './testSteps.ts'

// Root and CI can install programs without a prompt. For other users, `npm test` must not ask for a password.
const mayInstall = process.getuid?.() === 0 || !!process.env.CI

let programs = await findPrograms()
if (programs.missing.length > 0 && mayInstall) {
  await installPrograms(programs.missing)
  programs = await findPrograms()
}
console.log(describePrograms(programs))
if (programs.missing.length > 0) console.log('  To install missing programs: npm run setup')

const reports = mkdtempSync(path.join(tmpdir(), 'edesk-tests-'))
mkdirSync(path.join(reports, 'contract'))
await runAll(testSteps({ programs, reports, ports: [await freePort(), await freePort()] }))
