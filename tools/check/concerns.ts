/** Maps sources to the tests that cover them. */
export interface Concern {
  /** The prefix of the sources' paths. */
  sources: string
  /**
   * Prefixes of the tests' file names, in every test folder: "tokenList" matches the component tests `tokenList.test.ts` and
   * `tokenListAtScale.test.ts`, and the browser tests with such names. Unit tests are not listed: Vitest finds those that import
   * a source.
   */
  tests: readonly string[]
}

/**
 * The map that `npm run check` uses. For each source, the entry with the longest matching prefix applies.
 *
 * Imports cannot replace this map: most component tests mount the whole application, and end-to-end tests import none of it.
 */
export const concerns: readonly Concern[] = [
  { sources: 'src/api/', tests: ['faults'] },
  { sources: 'src/app/', tests: ['pageWords', 'keyboard', 'newVersion', 'appearance'] },
  { sources: 'src/boot.ts', tests: ['anyPath'] },
  { sources: 'src/demo/', tests: ['demo', 'gallery', 'panel'] },
  { sources: 'src/demo/tour/', tests: ['tour'] },
  { sources: 'src/features/api-reference/', tests: ['reference'] },
  { sources: 'src/features/api-tokens/', tests: ['newToken', 'tokenDetails', 'tokenList'] },
  { sources: 'src/features/api-tokens/NewTokenPage', tests: ['newToken', 'tokenForm'] },
  { sources: 'src/features/api-tokens/TokenKeyPage', tests: ['tokenKey', 'key.'] },
  { sources: 'src/features/api-tokens/TokenListPage', tests: ['tokenList', 'manyTokens'] },
  { sources: 'src/features/api-tokens/TokenPage', tests: ['tokenDetails', 'tokenLife'] },
  { sources: 'src/features/api-tokens/TokenTable', tests: ['tokenList', 'manyTokens'] },
  { sources: 'src/features/api-tokens/activity/', tests: ['activity'] },
  { sources: 'src/features/api-tokens/advice/', tests: ['tokenAdvice'] },
  { sources: 'src/features/api-tokens/console/', tests: ['console', 'tryIt'] },
  { sources: 'src/features/api-tokens/found-key/', tests: ['foundKey'] },
  { sources: 'src/features/api-tokens/list/', tests: ['tokenList', 'manyTokens'] },
  { sources: 'src/features/api-tokens/replacement/', tests: ['replace', 'tokenPair'] },
  { sources: 'src/features/api-tokens/requests/', tests: ['requests'] },
  { sources: 'src/features/api-tokens/starting-points/', tests: ['startingPoints'] },
  { sources: 'src/features/help/', tests: ['help', 'pageWords'] },
  { sources: 'src/features/notices/', tests: ['notices'] },
  { sources: 'src/features/people/', tests: ['gates', 'whoMay'] },
  { sources: 'src/features/plan/', tests: ['gates', 'whoMay'] },
  { sources: 'src/features/session/', tests: ['gates', 'logIn'] },
  { sources: 'src/features/shipping-app/', tests: ['shipping'] },
  { sources: 'src/features/tickets/', tests: ['tickets'] },
  { sources: 'src/locales/', tests: ['messages', 'pageWords'] },
  { sources: 'src/main.ts', tests: ['anyPath'] },
  { sources: 'src/mock/', tests: ['conversation'] },
  { sources: 'src/mock/demo/', tests: ['demoPanel', 'links'] },
  { sources: 'src/mock/storage/', tests: ['tabs'] },
  { sources: 'src/mock/transports/', tests: ['transports', 'offline'] },
  {
    sources: 'src/ui/',
    tests: ['actionMenu', 'modalDialog', 'relativeTime', 'textField', 'keyboard'],
  },
  { sources: 'tests/kit/', tests: ['kit'] },
]
