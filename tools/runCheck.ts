/** What `npm run check` runs on the Node of the packages: looks at what has changed, and runs the steps that concern it. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { baseCommit, changesSince, filesIn } from './check/changedFiles.ts'
import { checkSteps } from './check/checkSteps.ts'
import { isTest, planFor } from './check/plan.ts'
import { findPrograms } from './programs.mjs'
import { freePort } from './run/freePort.ts'
import { runAll } from './run/runAll.ts'

const changes = changesSince(baseCommit())
const plan = planFor(changes, filesIn('tests').filter(isTest))
const count = changes.changed.length + changes.deleted.length
console.log(
  count === 0
    ? 'Nothing has changed that is not pushed.'
    : `Changed files: ${count}. Files of component tests that they concern: ${plan.component.length}, of end-to-end tests: ${plan.endToEnd.length}.`,
)
if (count > 0) {
  const reports = mkdtempSync(path.join(tmpdir(), 'edesk-check-'))
  await runAll(
    checkSteps(plan, {
      programs: await findPrograms(),
      reports,
      ports: [await freePort(), await freePort()],
    }),
  )
}
