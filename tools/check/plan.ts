import path from 'node:path'

import type { ImportGraph } from './importGraph.ts'
import { nearestTests, type NearestTests } from './nearestTests.ts'
import { testMap, type TestMapEntry } from './testMap.ts'

/** What `npm run check` checks and runs. */
export interface Plan {
  /** The changed files, for the formatter. */
  format: readonly string[]
  /** The changed sources, for the linter. */
  lint: readonly string[]
  /** Whether to check the types. */
  types: boolean
  /** The unit tests that are nearest to the change. */
  unit: NearestTests
  /** The component tests that the changes concern, in Node and in a browser. */
  component: readonly string[]
  /** The end-to-end tests that the changes concern. */
  endToEnd: readonly string[]
}

/** The files that changed since a commit. */
export interface Changes {
  /** New and modified files. */
  changed: readonly string[]
  /** Deleted files. */
  deleted: readonly string[]
}

/** Tests that the map lists. Their imports lead to unit tests. */
const testsOfPages = /^tests\/(component|browser|e2e)\//

/**
 * Decides which checks and tests the changes need.
 *
 * @param tests the paths of all test files.
 * @param imports what every module of the project imports.
 */
export function planFor(
  { changed, deleted }: Changes,
  tests: readonly string[],
  imports: ImportGraph,
): Plan {
  const all = [...changed, ...deleted]
  const prefixes = all.flatMap((file) => testMapEntryOf(file)?.tests ?? [])
  const concerned = tests.filter(
    (test) =>
      changed.includes(test) ||
      (testsOfPages.test(test) && prefixes.some((name) => nameOf(test).startsWith(name))) ||
      all.some((file) => isHelperOf(file, test)),
  )
  return {
    format: changed,
    lint: changed.filter((file) => /\.(ts|mts|mjs|vue)$/.test(file)),
    types: all.some((file) => /\.(ts|mts|vue|json)$/.test(file)),
    unit: nearestTests(
      changed,
      tests.filter((test) => test.startsWith('tests/unit/')),
      imports,
    ),
    component: concerned.filter((test) => /^tests\/(component|browser)\//.test(test)),
    endToEnd: concerned.filter((test) => test.startsWith('tests/e2e/')),
  }
}

/** Returns the map entry for a file: the one with the longest matching prefix. */
export function testMapEntryOf(file: string): TestMapEntry | undefined {
  return testMap
    .filter(({ sources }) => file.startsWith(sources))
    .toSorted((one, other) => other.sources.length - one.sources.length)[0]
}

/** Whether a file is a test, judged by its name. */
export function isTest(file: string): boolean {
  return /^tests\/.*\.(test|spec)\.ts$/.test(file) && !file.startsWith('tests/failing-kit/')
}

/** A file next to tests that is not itself a test, such as `tests/e2e/nginx.ts`, is a helper of the tests with that name. */
function isHelperOf(file: string, test: string): boolean {
  return testsOfPages.test(file) && !isTest(file) && test.startsWith(file.replace(/\.ts$/, '.'))
}

function nameOf(test: string): string {
  return path.posix.basename(test)
}
