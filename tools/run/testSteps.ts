import path from 'node:path'

import type { FoundPrograms } from '../programs/programs.d.mts'
import type { Step } from './step.ts'
import { typesCommand } from './typesCommand.ts'

/** What the steps depend on. */
export interface StepContext {
  programs: FoundPrograms
  /** A folder for test reports. Its subfolder `contract` collects which responses of the contract the tests saw. */
  reports: string
  /** Two unused ports. */
  ports: readonly [string, string]
}

/**
 * Returns all steps of `npm test`, in the order in which they start. Long steps that use one core come first, so that all cores
 * stay busy until the end.
 */
export function testSteps({ programs, reports, ports }: StepContext): Step[] {
  const missing = programs.missing.find(({ needed }) => needed)
  const inBrowser = missing
    ? { unavailable: { reason: `${missing.name} is missing: npm run setup`, needed: true } }
    : {}
  const contract = { CONTRACT_COVERAGE: path.join(reports, 'contract') }
  const vitest = path.join(reports, 'vitest.json')
  const packageTests = path.join(reports, 'package.json')
  const playwright = path.join(reports, 'playwright.json')
  const engines = path.join(reports, 'engines.json')

  return [
    { name: 'Lint', command: ['eslint', '.', '--max-warnings', '0'] },
    { name: 'Build of the demo', command: viteBuild('demo') },
    { name: 'Build for a real backend', command: viteBuild('real') },
    {
      name: 'Build of the package',
      command: ['node', 'tools/buildPackage.ts'],
      needs: ['Build of the demo', 'Build for a real backend'],
    },
    { name: 'Known vulnerabilities', command: ['node', 'tools/setup/audit.mjs'], cores: 0 },
    { name: 'Types', command: typesCommand },
    { name: 'Formatting', command: formattingCommand },
    { name: 'Generated files', command: ['node', 'tools/generate.ts', '--check'] },
    { name: 'Unused code', command: ['knip', '--no-progress'] },
    {
      name: 'No mock in the real build',
      command: ['node', 'tools/build/checkRealBuild.ts'],
      needs: ['Build of the demo', 'Build for a real backend'],
    },
    {
      name: 'Sizes of the list’s files',
      command: ['node', 'tools/build/checkFileSizes.ts'],
      needs: ['Build of the demo', 'Build for a real backend'],
    },
    {
      name: 'The package, installed',
      command: [
        'vitest',
        'run',
        '--project=package',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${packageTests}`,
      ],
      needs: ['Build of the package'],
      env: programs.found,
      cores: 2,
      report: { runner: 'vitest', file: packageTests },
      ...inBrowser,
    },
    {
      name: 'Unit and component tests',
      command: [
        'vitest',
        'run',
        '--coverage',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${vitest}`,
        '--project=unit',
        '--project=component',
        '--project=component-own-modules',
        ...(missing ? [] : ['--project=browser']),
      ],
      env: { ...programs.found, ...contract },
      cores: 2,
      report: { runner: 'vitest', file: vitest },
    },
    {
      name: 'End-to-end tests',
      command: ['playwright', 'test'],
      needs: ['Build of the demo', 'Build for a real backend'],
      env: {
        ...programs.found,
        ...contract,
        PLAYWRIGHT_PORT: ports[0],
        PLAYWRIGHT_HOST_PORT: ports[1],
        PLAYWRIGHT_JSON_OUTPUT_NAME: playwright,
      },
      cores: 2,
      report: { runner: 'playwright', file: playwright },
      ...inBrowser,
    },
    {
      name: 'Engines',
      command: ['node', 'tools/engines.mjs'],
      needs: ['Build of the demo'],
      env: { ...programs.found, PLAYWRIGHT_JSON_OUTPUT_NAME: engines },
      cores: 2,
      report: { runner: 'playwright', file: engines },
      ...inBrowser,
    },
    {
      name: 'Contract coverage',
      command: ['node', 'tools/run/contractCoverage.ts'],
      after: ['Unit and component tests', 'End-to-end tests'],
      env: contract,
      ...inBrowser,
    },
  ]
}

/** The cache identifies files by their content, so a stale entry cannot hide a problem. */
const formattingCommand = [
  'prettier',
  '--check',
  '--log-level=warn',
  '--cache',
  '--cache-strategy=content',
  '.',
] as const

function viteBuild(mode: string): Step['command'] {
  return ['vite', 'build', '--mode', mode, '--logLevel', 'warn']
}
