import path from 'node:path'

import type { StepContext } from '../run/testSteps.ts'
import type { Step } from '../run/step.ts'
import { typesCommand } from '../run/typesCommand.ts'
import type { Plan } from './plan.ts'

/** Returns the steps of `npm run check` that have files to check. */
export function checkSteps(plan: Plan, { programs, reports, ports }: StepContext): Step[] {
  const chromiumMissing = programs.missing.some(({ needed }) => needed)
  const component = plan.component.filter(
    (test) => !(chromiumMissing && test.startsWith('tests/browser/')),
  )
  const steps: (Step & { files: readonly string[] })[] = [
    {
      name: 'Lint',
      command: ['eslint', '--max-warnings', '0', '--no-warn-ignored', ...plan.lint],
      files: plan.lint,
    },
    {
      name: 'Build of the demo',
      command: ['vite', 'build', '--mode', 'demo', '--logLevel', 'warn'],
      files: plan.endToEnd,
    },
    { name: 'Types', command: typesCommand, files: plan.types ? ['.'] : [] },
    // Commits are no files: this step always runs.
    { name: 'Commit subjects', command: ['node', 'tools/checkCommits.ts'], files: ['.'] },
    {
      name: 'Formatting',
      command: ['prettier', '--check', '--ignore-unknown', '--log-level', 'warn', ...plan.format],
      files: plan.format,
    },
    {
      name: 'Nearest unit tests',
      ...vitest('unit.json', ['run', '--project=unit', ...plan.unit.run]),
      files: plan.unit.run,
    },
    {
      name: 'Component tests',
      ...vitest('component.json', ['run', ...component]),
      files: component,
    },
    {
      name: 'End-to-end tests',
      command: ['playwright', 'test', ...plan.endToEnd],
      needs: ['Build of the demo'],
      ...(chromiumMissing
        ? { unavailable: { reason: 'Chromium is missing: npm run setup', needed: false } }
        : {}),
      cores: 2,
      env: {
        ...programs.found,
        PLAYWRIGHT_PORT: ports[0],
        PLAYWRIGHT_HOST_PORT: ports[1],
        PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(reports, 'playwright.json'),
      },
      report: { runner: 'playwright', file: path.join(reports, 'playwright.json') },
      files: plan.endToEnd,
    },
  ]
  return steps.filter(({ files }) => files.length > 0).map(({ files: _, ...step }) => step)

  function vitest(name: string, args: readonly string[]): Omit<Step, 'name'> {
    const file = path.join(reports, name)
    return {
      command: [
        'vitest',
        ...args,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
      cores: 2,
      report: { runner: 'vitest', file },
    }
  }
}
