import path from 'node:path'

import { concerns, type Concern } from './concerns.ts'

/** What `npm run check` runs. */
export interface Plan {
  /** The changed files, for the formatter. */
  format: readonly string[]
  /** The changed sources, for the linter. */
  lint: readonly string[]
  /** Whether types must be checked. */
  types: boolean
  /** Changed sources and unit tests: the unit tests that import one of them run. */
  related: readonly string[]
  /** The component tests that the change concerns, in Node and in a browser. */
  component: readonly string[]
  /** The end-to-end tests that the change concerns. */
  endToEnd: readonly string[]
}

/** The files that have changed, against the commit that they are compared with. */
export interface Changes {
  /** Files that are new or different. */
  changed: readonly string[]
  /** Files that are gone. */
  deleted: readonly string[]
}

/** The tests that the map names. Unit tests are found by their imports. */
const testsOfPages = /^tests\/(component|browser|e2e)\//

/**
 * Decides what a change touches.
 *
 * @param tests the paths of all test files.
 */
export function planFor({ changed, deleted }: Changes, tests: readonly string[]): Plan {
  const all = [...changed, ...deleted]
  const beginnings = all.flatMap((file) => concernOf(file)?.tests ?? [])
  const concerned = tests.filter(
    (test) =>
      changed.includes(test) ||
      (testsOfPages.test(test) && beginnings.some((name) => nameOf(test).startsWith(name))) ||
      all.some((file) => isHelperOf(file, test)),
  )
  return {
    format: changed,
    lint: changed.filter((file) => /\.(ts|mts|mjs|vue)$/.test(file)),
    types: all.some((file) => /\.(ts|mts|vue|json)$/.test(file)),
    related: changed.filter(
      (file) => isSource(file) || (/^tests\//.test(file) && !testsOfPages.test(file)),
    ),
    component: concerned.filter((test) => /^tests\/(component|browser)\//.test(test)),
    endToEnd: concerned.filter((test) => test.startsWith('tests/e2e/')),
  }
}

/** The line of the map that a file falls under. */
export function concernOf(file: string): Concern | undefined {
  return concerns
    .filter(({ sources }) => file.startsWith(sources))
    .toSorted((one, other) => other.sources.length - one.sources.length)[0]
}

/** Whether a file is a test, by its name. */
export function isTest(file: string): boolean {
  return /^tests\/.*\.(test|spec)\.ts$/.test(file) && !file.startsWith('tests/kit/')
}

/** A file beside the tests of a folder that is no test, such as `tests/e2e/nginx.ts`, helps the tests that are named like it. */
function isHelperOf(file: string, test: string): boolean {
  return testsOfPages.test(file) && !isTest(file) && test.startsWith(file.replace(/\.ts$/, '.'))
}

function nameOf(test: string): string {
  return path.posix.basename(test)
}

function isSource(file: string): boolean {
  return /^(src|tools)\/.*\.(ts|mjs|vue|css|yaml)$/.test(file)
}
