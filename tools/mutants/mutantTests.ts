import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

import { timeFactor } from '../../tests/support/timeFactor.ts'

/**
 * The tests that Stryker runs against mutants, the fastest first: a mutant's run ends with the first failing test. Tests of rules
 * come before tests of the server.
 */
export const mutantTests: readonly string[] = [
  'access',
  'publicAccess',
  'rateLimit',
  'edeskTime',
  'businessDay',
  'characters',
  'random',
  'keyFormat',
  'keysInText',
  'leaked-keys/keyFinder',
  'openChannel',
  'blockedStorage',
  'newToken',
  'token',
  'tokenLifecycle',
  'tokenFilter',
  'filterTokens',
  'oldKeys',
  'compareNames',
  'searchTests',
  'placeNovelty',
  'placeRules',
  'tokenRules',
  'ipAddresses',
  'clientPrograms',
  'tokenIndexValues',
  'roles',
  'activity',
  'requestDetails',
  'advice',
  'adviceGroups',
  'adviceOnRulesAndAddresses',
  'notices',
  'noticeRules',
  'expiryNotices',
  'requestNotices',
  'adminNotices',
  'activityView',
  'tokenListView',
  'tokenListViewLimits',
  'demo/demoLinkValues',
  'demo/demoLink',
  'replacement/parseProposal',
  'prefill/parsePrefillLinkTexts',
  'prefill/parsePrefillLink',
  'foldText',
  'nameOrder',
  'names',
  'expiry',
  'requests/findViolations',
  'requests/violations',
  'publicApi/check',
  'publicApi/keyCharacters',
  'publicApi/callers',
  'cookies',
  'acceptLanguage',
  'requestHeaders',
  'session',
  'logInLimit',
  'requestUrl',
  'hostProxies',
  'host',
  'malformedHttp',
  'folders',
  'serverAnswers',
  'rulePauses',
  'rules',
  'newPlaces',
  'allowedAddresses',
  'attentionCounts',
  'server',
  'requestLog',
  'requestLogSecrets',
  'publicApi/pipeline',
  'publicApi/credentials',
  'tokenKey',
  'authorization',
]
/** `MUTANT_TESTS=names,tokenLifecycle` runs only these tests: faster while you write a test. */
const selected = process.env.MUTANT_TESTS?.split(',')
const unknown = selected?.filter((name) => !mutantTests.includes(name)) ?? []
if (unknown.length > 0) throw new Error(`MUTANT_TESTS: not in the list: ${unknown.join(', ')}`)
const tests = mutantTests
  .filter((name) => selected?.includes(name) ?? true)
  .map((name) => `tests/unit/${name}.test.ts`)

class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    for (const { project } of files) matchSuiteSeparator(project.config)
    const position = ({ moduleId }: TestSpecification) =>
      tests.findIndex((name) => moduleId.endsWith(name))
    return files.toSorted((one, other) => position(one) - position(other))
  }
}

const separator = '(?: | > )'

/**
 * Stryker's runner (9.6.1) selects tests by name, with a space between suite and test. Vitest 5 uses ` > ` there, so it would
 * find no test, and every mutant would survive.
 */
function matchSuiteSeparator(config: { testNamePattern?: RegExp | undefined }): void {
  const source = config.testNamePattern?.source
  if (source === undefined || source.includes(separator)) return
  config.testNamePattern = new RegExp(source.replaceAll(' ', separator))
}

export default defineConfig({
  test: {
    include: tests,
    setupFiles: ['tools/mutants/mutantSetup.ts', 'tests/support/contract/setup.ts'],
    sequence: { sequencer: QuickestFirst },
    // Test files of one run share modules, which halves the time.
    isolate: false,
    testTimeout: 5000 * timeFactor,
  },
})
