/** Which tests a part of the sources concerns. */
export interface Concern {
  /** How the paths of the sources begin. */
  sources: string
  /**
   * How the paths of the tests begin, below `tests/`: "component/tokenList" also stands for `component/tokenListAtScale.test.ts`.
   * Unit tests are not named: Vitest finds those that import a source.
   */
  tests: readonly string[]
}

/**
 * The map that `npm run check` goes by. The longest beginning that fits a source decides.
 *
 * A map, because imports say too little: most component tests mount the whole application, and the end-to-end tests import
 * nothing of it.
 */
export const concerns: readonly Concern[] = [
  { sources: 'src/api/', tests: ['component/kit', 'e2e/faults'] },
  { sources: 'src/app/', tests: ['component/pageWords', 'e2e/keyboard'] },
  { sources: 'src/boot.ts', tests: ['e2e/anyPath'] },
  { sources: 'src/demo/', tests: ['component/demo', 'e2e/demo/gallery', 'e2e/demo/panel'] },
  { sources: 'src/demo/tour/', tests: ['component/tour', 'e2e/tour'] },
  { sources: 'src/features/api-reference/', tests: ['component/reference', 'e2e/reference'] },
  {
    sources: 'src/features/api-tokens/',
    tests: ['component/newToken', 'component/tokenDetails', 'component/tokenList', 'e2e/tokenLife'],
  },
  {
    sources: 'src/features/api-tokens/NewTokenPage',
    tests: ['component/newToken', 'e2e/startingPoints'],
  },
  { sources: 'src/features/api-tokens/TokenKeyPage', tests: ['component/tokenKey', 'e2e/key'] },
  {
    sources: 'src/features/api-tokens/TokenListPage',
    tests: ['browser/list', 'component/tokenList', 'e2e/manyTokens'],
  },
  {
    sources: 'src/features/api-tokens/TokenPage',
    tests: ['component/tokenDetails', 'component/tokenLife', 'e2e/tokenLife'],
  },
  {
    sources: 'src/features/api-tokens/TokenTable',
    tests: ['browser/list', 'component/tokenList', 'e2e/manyTokens'],
  },
  {
    sources: 'src/features/api-tokens/activity/',
    tests: ['component/activity', 'e2e/activity'],
  },
  { sources: 'src/features/api-tokens/advice/', tests: ['component/tokenAdvice'] },
  { sources: 'src/features/api-tokens/console/', tests: ['component/console', 'e2e/console'] },
  { sources: 'src/features/api-tokens/found-key/', tests: ['component/foundKey', 'e2e/foundKey'] },
  { sources: 'src/features/api-tokens/list/', tests: ['browser/list', 'component/tokenList', 'e2e/manyTokens'] },
  {
    sources: 'src/features/api-tokens/replacement/',
    tests: ['component/replaceToken', 'component/tokenPair', 'e2e/replace'],
  },
  { sources: 'src/features/api-tokens/requests/', tests: ['component/requests'] },
  {
    sources: 'src/features/api-tokens/starting-points/',
    tests: ['component/startingPoints', 'e2e/startingPoints'],
  },
  { sources: 'src/features/help/', tests: ['component/pageWords'] },
  { sources: 'src/features/notices/', tests: ['component/notices'] },
  { sources: 'src/features/people/', tests: ['component/gates', 'e2e/gates'] },
  { sources: 'src/features/plan/', tests: ['component/gates', 'e2e/gates'] },
  { sources: 'src/features/session/', tests: ['component/gates', 'e2e/gates'] },
  { sources: 'src/features/shipping-app/', tests: ['component/shippingApp', 'e2e/shipping'] },
  { sources: 'src/features/tickets/', tests: ['component/tickets'] },
  { sources: 'src/locales/', tests: ['component/messages', 'component/pageWords'] },
  { sources: 'src/main.ts', tests: ['e2e/anyPath'] },
  { sources: 'src/mock/', tests: ['e2e/conversation'] },
  { sources: 'src/mock/demo/', tests: ['component/demoPanel', 'e2e/demo/links'] },
  { sources: 'src/mock/storage/', tests: ['e2e/tabs'] },
  { sources: 'src/mock/transports/', tests: ['e2e/transports', 'e2e/offline'] },
  {
    sources: 'src/ui/',
    tests: [
      'component/actionMenu',
      'component/modalDialog',
      'component/relativeTime',
      'component/textField',
      'e2e/keyboard',
    ],
  },
  { sources: 'tests/kit/', tests: ['e2e/kit'] },
  { sources: 'tests/kit/mount/', tests: ['component/kit'] },
  { sources: 'tests/kit/vitest.ts', tests: ['component/kit'] },
]
