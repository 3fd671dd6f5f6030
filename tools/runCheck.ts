/** Second part of `npm run check`, run by the Node from node_modules: runs the steps that the changes concern. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { baseCommit, changesSince, filesIn } from './check/changedFiles.ts'
import { checkSteps } from './check/checkSteps.ts'
import { isTest, planFor } from './check/plan.ts'
import { findPrograms } from './programs/programs.mjs'
import { freePort } from './run/freePort.ts'
import { runAll } from './run/runAll.ts'

const changes = changesSince(baseCommit())
const plan = planFor(changes, filesIn('tests').filter(isTest))
const count = changes.changed.length + changes.deleted.length
console.log(
  count === 0
    ? 'No unpushed changes.'
    : `Changed files: ${count}. Related test files: ${plan.component.length} component, ${plan.endToEnd.length} end-to-end.`,
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
