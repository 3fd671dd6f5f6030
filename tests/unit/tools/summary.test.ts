import { expect, it } from 'vitest'

import { reasonToFail } from '../../../tools/run/runStep.ts'
import type { Result, TestResult } from '../../../tools/run/step.ts'
import { summaryOf } from '../../../tools/run/summary.ts'

const test = (title: string, seconds: number, outcome: TestResult['outcome'] = 'passed') => ({
  title,
  file: 'tests/unit/names.test.ts',
  outcome,
  seconds,
  rerunCommand: `run ${title}`,
})

const step = (name: string, more: Partial<Result> = {}): Result => ({
  name,
  outcome: 'passed',
  seconds: 3.4,
  tests: [],
  ...more,
})

const lastLine = (results: Result[]) => summaryOf(results, 60).split('\n').at(-1)

it('ends with the number of passed and failed tests, including steps without tests', () => {
  const results = [
    step('Lint'),
    step('Types', { outcome: 'failed' }),
    step('Unit tests', { tests: [test('a', 1), test('b', 1), test('c', 1, 'skipped')] }),
  ]
  expect(lastLine(results)).toBe('3 passed, 1 failed')
  expect(summaryOf(results, 60)).toContain('1 skipped')
})

it('counts a runner that failed without a failed test', () => {
  const reason = 'no test failed, but its exit code is 1'
  expect(lastLine([step('Unit tests', { outcome: 'failed', reason, tests: [test('a', 1)] })])).toBe(
    '1 passed, 1 failed',
  )
})

it('counts a skipped step neither as passed nor as failed', () => {
  expect(lastLine([step('Engines', { outcome: 'skipped', reason: 'no Firefox' })])).toBe(
    '0 passed, 0 failed',
  )
})

it('shows each step with its time and the reason of its failure', () => {
  const text = summaryOf([step('Build', { outcome: 'failed', reason: 'not run' })], 61)
  expect(text).toMatch(/^✗ Build +0 passed, 1 failed +3 s {2}not run$/m)
  expect(text).toMatch(/^ +all +61 s$/m)
})

it('lists the ten slowest tests of all steps', () => {
  const tests = Array.from({ length: 8 }, (_, index) => test(`t${index}`, index))
  const text = summaryOf(
    [step('a', { tests }), step('b', { tests: [test('u', 9), test('v', 8), test('w', 7.5)] })],
    9,
  )
  const listed = [...text.matchAll(/ s {2}tests\/unit\/names\.test\.ts {2}(\w+)/g)].map(
    ([, title]) => title,
  )
  expect(listed).toEqual(['u', 'v', 'w', 't7', 't6', 't5', 't4', 't3', 't2', 't1'])
})

it('lists each failed test with the command that runs it alone', () => {
  const text = summaryOf([step('a', { outcome: 'failed', tests: [test('no', 1, 'failed')] })], 1)
  expect(text).toContain('✗ tests/unit/names.test.ts  no\n    run no')
})

it.each([
  ['a command that succeeds', undefined, undefined, undefined],
  ['a command that fails', 'its exit code is 1', undefined, 'its exit code is 1'],
  ['tests that pass', undefined, { all: 3, failed: 0 }, undefined],
  ['a failed test, which is reason enough', 'its exit code is 1', { all: 3, failed: 1 }, undefined],
  ['a runner that ran no test', undefined, { all: 0, failed: 0 }, 'no test ran'],
  [
    'coverage that is too low',
    'its exit code is 1',
    { all: 3, failed: 0 },
    'no test failed, but its exit code is 1',
  ],
])('gives the reason for the failure of %s', (_, exit, tests, reason) => {
  expect(reasonToFail(exit, tests)).toBe(reason)
})
