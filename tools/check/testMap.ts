/** Maps sources to the tests that cover them. */
export interface TestMapEntry {
  /** The prefix of the sources' paths. */
  sources: string
  /**
   * Prefixes of the tests' file names, in every test folder: "tokenList" matches the component tests `tokenList.test.ts` and
   * `tokenFilters.test.ts`, and the browser tests with such names. Unit tests are not listed: nearestTests.ts finds those that
   * import a source.
   */
  tests: readonly string[]
}

/**
 * The map that `npm run check` uses. For each source, the entry with the longest matching prefix applies.
 *
 * Imports cannot replace this map: most component tests mount the whole application, and end-to-end tests import none of it.
 */
export const testMap: readonly TestMapEntry[] = [
  { sources: 'src/api/', tests: ['faults'] },
  {
    sources: 'src/app/',
    tests: ['pathSegments', 'otherUser', 'keyboard', 'newVersion', 'appearance'],
  },
  { sources: 'src/boot.ts', tests: ['basePath'] },
  { sources: 'src/demo/', tests: ['demo', 'gallery', 'panel'] },
  { sources: 'src/demo/tour/', tests: ['tour'] },
  { sources: 'src/features/api-reference/', tests: ['reference'] },
  { sources: 'src/features/api-tokens/', tests: ['tokenForm', 'tokenDetails', 'tokenList'] },
  { sources: 'src/features/api-tokens/access-gate/', tests: ['accessGates', 'authorization'] },
  { sources: 'src/features/api-tokens/activity/', tests: ['activity'] },
  {
    sources: 'src/features/api-tokens/advice/',
    tests: ['tokenAdvice', 'dismissedAdvice', 'advice'],
  },
  { sources: 'src/features/api-tokens/api-explorer/', tests: ['apiExplorer', 'tryIt'] },
  { sources: 'src/features/api-tokens/create/', tests: ['tokenForm'] },
  { sources: 'src/features/api-tokens/details/', tests: ['tokenDetails', 'tokenLifecycle'] },
  { sources: 'src/features/api-tokens/export/', tests: ['exportTokens', 'activity'] },
  { sources: 'src/features/api-tokens/form/', tests: ['tokenForm', 'replace', 'allowedAddresses'] },
  { sources: 'src/features/api-tokens/key/', tests: ['tokenKey', 'key.'] },
  { sources: 'src/features/api-tokens/leaked-keys/', tests: ['leakedKey'] },
  { sources: 'src/features/api-tokens/lifecycle/', tests: ['tokenLifecycle', 'tokenDetails'] },
  {
    sources: 'src/features/api-tokens/list/',
    tests: ['tokenList', 'manyTokens', 'selectedTokens'],
  },
  { sources: 'src/features/api-tokens/prefill/', tests: ['prefill'] },
  { sources: 'src/features/api-tokens/replacement/', tests: ['replace'] },
  { sources: 'src/features/api-tokens/requests/', tests: ['requests'] },
  { sources: 'src/features/api-tokens/rules/', tests: ['rules'] },
  { sources: 'src/features/help/', tests: ['help', 'pathSegments'] },
  { sources: 'src/features/log-in/', tests: ['logIn'] },
  { sources: 'src/features/notices/', tests: ['notices'] },
  { sources: 'src/features/people/', tests: ['gates', 'accessGates', 'authorization'] },
  { sources: 'src/features/plan/', tests: ['gates', 'accessGates', 'authorization'] },
  { sources: 'src/features/shipping-app/', tests: ['shipping'] },
  { sources: 'src/features/tickets/', tests: ['tickets'] },
  { sources: 'src/kit/', tests: ['kit'] },
  { sources: 'src/locales/', tests: ['statusAndErrors', 'pathSegments'] },
  { sources: 'src/main.ts', tests: ['basePath'] },
  // Its unit tests run the conformance suite. In a browser, it needs a build.
  { sources: 'src/mock/', tests: [] },
  { sources: 'src/mock/demo/', tests: ['demoPanel', 'links', 'newTab'] },
  { sources: 'src/mock/storage/', tests: ['tabs'] },
  {
    sources: 'src/mock/transports/',
    tests: ['transports', 'conformance', 'offline', 'folders', 'newTab'],
  },
  { sources: 'src/session/', tests: ['accessGates', 'logIn', 'gates', 'otherUser', 'session'] },
  {
    sources: 'src/shared/',
    tests: ['accessMessages', 'expiry', 'tokenForm', 'replace', 'leakedKey'],
  },
  {
    sources: 'src/ui/',
    tests: ['actionMenu', 'modalDialog', 'relativeTime', 'textField', 'keyboard'],
  },
]
