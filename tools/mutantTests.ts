import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

import { timeFactor } from '../tests/support/timeFactor.ts'

/**
 * The tests that mutants are run against, the quickest first: a mutant's run ends with the first test that fails. Tests of rules
 * come before tests of the server.
 */
const all = [
  'access',
  'publicAccess',
  'rateLimit',
  'edeskTime',
  'random',
  'keyFormat',
  'newToken',
  'token',
  'tokenLife',
  'tokenFilter',
  'tokenChoice',
  'advice',
  'notices',
  'noticeRules',
  'expiryNotices',
  'requestNotices',
  'noticesOfAdmins',
  'activityView',
  'tokenView',
  'tokenViewLimits',
  'demo/linkValues',
  'demo/link',
  'startingPoints/readProposal',
  'startingPoints/readLinkTexts',
  'startingPoints/readLink',
  'names',
  'publicApi/check',
  'publicApi/callers',
  'session',
  'serverAnswers',
  'server',
  'exchanges',
  'publicApi/pipeline',
  'publicApi/credentials',
  'tokenKey',
  'whoMay',
]
/** `MUTANT_TESTS=names,tokenLife` runs only these: quick while a test is written. */
const wanted = process.env.MUTANT_TESTS?.split(',')
const tests = all
  .filter((name) => wanted?.includes(name) ?? true)
  .map((name) => `tests/unit/${name}.test.ts`)

class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    for (const { project } of files) matchNamesOfSuites(project.config)
    const place = ({ moduleId }: TestSpecification) =>
      tests.findIndex((name) => moduleId.endsWith(name))
    return files.toSorted((one, other) => place(one) - place(other))
  }
}

const between = '(?: | > )'

/**
 * Stryker's runner (9.6.1) selects tests by names with a space between suite and test. Vitest 5 puts ` > ` there, finds no such
 * test, and every mutant would survive.
 */
function matchNamesOfSuites(config: { testNamePattern?: RegExp | undefined }): void {
  const source = config.testNamePattern?.source
  if (source === undefined || source.includes(between)) return
  config.testNamePattern = new RegExp(source.replaceAll(' ', between))
}

export default defineConfig({
  test: {
    include: tests,
    setupFiles: ['tools/mutantSetup.ts', 'tests/support/contract/setup.ts'],
    sequence: { sequencer: QuickestFirst },
    testTimeout: 5000 * timeFactor,
  },
})
