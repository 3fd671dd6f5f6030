import { describe, expect, it } from 'vitest'

import { importsIn } from '../../../tools/check/importGraph.ts'
import { nearestTests } from '../../../tools/check/nearestTests.ts'

describe('the imports of a module', () => {
  it.each([
    ["import { a } from '#src/mock/a.ts'", ['src/mock/a.ts']],
    ["import a, { type B } from '../support/a.ts'", ['tests/support/a.ts']],
    ["import {\n  a,\n  b,\n} from './a.ts'", ['tests/unit/a.ts']],
    ["import './a.css'", ['tests/unit/a.css']],
    ["import text from '#src/a.yaml?raw'", ['src/a.yaml']],
    ["export * from './a.ts'", ['tests/unit/a.ts']],
    ["export { a } from './a.ts'", ['tests/unit/a.ts']],
    ["const load = () => import('./A.vue')", ['tests/unit/A.vue']],
    ["import type { A } from './a.ts'", []],
    ["export type { A } from './a.ts'", []],
    ["import { it } from 'vitest'", []],
    ["export const path = './a.ts'", []],
  ])('of %j', (text, expected) => {
    expect(importsIn(text, 'tests/unit/x.test.ts')).toEqual(expected)
  })
})

describe('the nearest unit tests', () => {
  /** 30 tests import the rule only through the server. */
  const far = Array.from({ length: 30 }, (_, index) => `tests/unit/far${index}.test.ts`)
  const tests = [
    ...far,
    'tests/unit/rule.test.ts',
    'tests/unit/direct.test.ts',
    'tests/unit/directAndServer.test.ts',
    'tests/unit/other.test.ts',
  ]
  const imports = new Map<string, string[]>([
    ...far.map((test): [string, string[]] => [test, ['src/server.ts']]),
    ['tests/unit/rule.test.ts', ['src/server.ts']],
    ['tests/unit/direct.test.ts', ['src/rule.ts']],
    ['tests/unit/directAndServer.test.ts', ['src/rule.ts', 'src/server.ts']],
    ['tests/unit/other.test.ts', ['src/other.ts']],
    ['src/server.ts', ['src/operation.ts']],
    ['src/operation.ts', ['src/rule.ts']],
  ])

  it('are the test with the name of the file, then those that import it, then a few others', () => {
    const { run, all } = nearestTests(['src/rule.ts'], tests, imports)
    expect(run.slice(0, 4)).toEqual([
      'tests/unit/rule.test.ts',
      'tests/unit/direct.test.ts',
      'tests/unit/directAndServer.test.ts',
      'tests/unit/far0.test.ts',
    ])
    expect(run).toHaveLength(20)
    expect(all).toBe(33)
  })

  it('are all tests that import the file directly, even if they are many', () => {
    expect(nearestTests(['src/server.ts'], tests, imports).run).toHaveLength(32)
  })

  it('are a changed test, and those near to any of several files', () => {
    const changed = ['tests/unit/far7.test.ts', 'src/other.ts']
    expect(nearestTests(changed, tests, imports).run).toEqual([
      'tests/unit/other.test.ts',
      'tests/unit/far7.test.ts',
    ])
  })

  it('are none, if no test imports the file', () => {
    expect(nearestTests(['src/alone.ts'], tests, imports)).toEqual({ run: [], all: 0 })
  })
})
