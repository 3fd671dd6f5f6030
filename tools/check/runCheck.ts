/** Second part of `npm run check`, run by the Node from node_modules: runs the steps that the changes concern. */
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { baseCommit, changesSince, filesIn } from './changedFiles.ts'
import { checkSteps } from './checkSteps.ts'
import { readImports } from './importGraph.ts'
import { isTest, type Plan, planFor } from './plan.ts'
import { findPrograms } from '../programs/programs.mjs'
import { freePort } from '../run/freePort.ts'
import { runAll } from '../run/runAll.ts'

const changes = changesSince(baseCommit())
const modules = ['src', 'tests', 'tools'].flatMap(filesIn).filter(isModule)
const plan = planFor(changes, modules.filter(isTest), readImports(modules))
const count = changes.changed.length + changes.deleted.length
console.log(count === 0 ? 'No unpushed changes.' : descriptionOf(count, plan))
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

function isModule(file: string): boolean {
  return /\.(ts|mjs|vue)$/.test(file) && existsSync(file)
}

function descriptionOf(files: number, { unit, component, endToEnd }: Plan): string {
  const more = unit.all - unit.run.length
  return [
    `Changed files: ${files}. Test files: ${unit.run.length} unit, ${component.length} component, ${endToEnd.length} end-to-end.`,
    ...(more > 0
      ? [`${more} more unit test files import a changed file indirectly. npm test runs them.`]
      : []),
  ].join('\n')
}
