import { expect, it } from 'vitest'

import { schedule } from '../../../tools/run/schedule.ts'
import type { Result, Step } from '../../../tools/run/step.ts'

const step = (name: string, more: Partial<Step> = {}): Step => ({
  name,
  command: ['true'],
  ...more,
})

/** Runs steps that end when the test says so, and records which have started. */
function stage() {
  const started: string[] = []
  const ends = new Map<string, (outcome: Result['outcome']) => void>()
  return {
    started,
    run: ({ name }: Step) =>
      new Promise<Result>((resolve) => {
        started.push(name)
        ends.set(name, (outcome) => resolve({ name, outcome, seconds: 1, tests: [] }))
      }),
    end: async (name: string, outcome: Result['outcome'] = 'passed') => {
      ends.get(name)?.(outcome)
      await new Promise(setImmediate)
    },
  }
}

it('runs as many steps in parallel as there are cores, in the given order', async () => {
  const { run, started, end } = stage()
  const all = schedule([step('a'), step('b'), step('c')], 2, run)
  expect(started).toEqual(['a', 'b'])
  await end('b')
  expect(started).toEqual(['a', 'b', 'c'])
  await end('c')
  await end('a')
  expect((await all).map(({ name }) => name)).toEqual(['a', 'b', 'c'])
})

it('starts smaller steps before one that needs all cores', async () => {
  const { run, started, end } = stage()
  const all = schedule([step('a'), step('wide', { cores: 2 }), step('b')], 2, run)
  expect(started).toEqual(['a', 'b'])
  await end('a')
  expect(started).toEqual(['a', 'b'])
  await end('b')
  expect(started).toEqual(['a', 'b', 'wide'])
  await end('wide')
  expect(await all).toHaveLength(3)
})

it('runs a step that needs two cores on a machine with one', async () => {
  const { run, started, end } = stage()
  const all = schedule([step('wide', { cores: 2 }), step('a')], 1, run)
  expect(started).toEqual(['wide'])
  await end('wide')
  await end('a')
  expect(await all).toHaveLength(2)
})

it('starts a step that needs no core immediately', async () => {
  const { run, started, end } = stage()
  const all = schedule([step('a'), step('waits', { cores: 0 })], 1, run)
  expect(started).toEqual(['a', 'waits'])
  await end('a')
  await end('waits')
  await all
})

it('does not run a step that needs a failed one, and counts it as failed', async () => {
  const { run, started, end } = stage()
  const steps = [
    step('build'),
    step('test', { needs: ['build'] }),
    step('coverage', { after: ['test'] }),
  ]
  const all = schedule(steps, 2, run)
  await end('build', 'failed')
  expect(started).toEqual(['build', 'coverage'])
  await end('coverage')
  expect((await all)[1]).toMatchObject({
    name: 'test',
    outcome: 'failed',
    reason: 'not run, because it needs "build"',
  })
})

it('fails a needed step that cannot run, and skips any other', async () => {
  const { run, started } = stage()
  const results = await schedule(
    [
      step('browser', { unavailable: { reason: 'no browser', needed: true } }),
      step('nginx', { unavailable: { reason: 'no nginx', needed: false } }),
    ],
    2,
    run,
  )
  expect(started).toEqual([])
  expect(results).toMatchObject([
    { name: 'browser', outcome: 'failed', reason: 'no browser' },
    { name: 'nginx', outcome: 'skipped', reason: 'no nginx' },
  ])
})

it('refuses a step that waits for an unknown one', async () => {
  const { run } = stage()
  await expect(schedule([step('a', { after: ['b'] })], 2, run)).rejects.toThrow('not in the table')
})
