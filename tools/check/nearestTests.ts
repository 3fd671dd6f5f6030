import path from 'node:path'

import { distancesFrom, type ImportGraph, reversed } from './importGraph.ts'

/** How many test files run although they import no changed file directly. Twenty take about ten seconds. */
const usualCount = 20

/** The unit tests for a change. */
export interface NearestTests {
  /** The test files to run, the nearest first. */
  run: readonly string[]
  /** How many test files import a changed file, directly or through other modules, or have its name. */
  all: number
}

/**
 * Chooses the unit tests that are most likely to notice a change. Nearly every test of the backend imports most of the backend,
 * so these are only the changed tests, those that import a changed file directly or have its name, and then, up to a limit, those
 * with the fewest modules in between. Of two tests at the same distance, the one that imports less comes first.
 *
 * @param tests the paths of all unit tests.
 */
export function nearestTests(
  changed: readonly string[],
  tests: readonly string[],
  imports: ImportGraph,
): NearestTests {
  const distances = distancesFrom(changed, reversed(imports))
  const related = tests
    .map((test) => ({
      test,
      distance: isNamedAfterOneOf(changed, test) ? 0 : (distances.get(test) ?? Infinity),
      reach: distancesFrom([test], imports).size,
    }))
    .filter(({ distance }) => distance < Infinity)
    .toSorted((one, other) => one.distance - other.distance || one.reach - other.reach)
  const direct = related.filter(({ distance }) => distance <= 1)
  return {
    run: related.slice(0, Math.max(direct.length, usualCount)).map(({ test }) => test),
    all: related.length,
  }
}

/** Whether a test is named after a file: `createToken.test.ts` after `createToken.ts`. */
function isNamedAfterOneOf(files: readonly string[], test: string): boolean {
  return files.some((file) => stemOf(file) === stemOf(test))
}

function stemOf(file: string): string {
  return path.posix.basename(file).replace(/\..*$/, '')
}
