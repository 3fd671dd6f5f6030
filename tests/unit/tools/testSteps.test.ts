import { expect, it } from 'vitest'

import type { FoundPrograms, Program } from '../../../tools/programs/programs.d.mts'
import type { Step } from '../../../tools/run/step.ts'
import { testSteps } from '../../../tools/run/testSteps.ts'

const chromium: Program = {
  name: 'Chromium',
  variable: 'CHROMIUM_PATH',
  needed: true,
  find: () => undefined,
  packages: {},
  without: 'no test can run in a browser',
}

const stepsWith = (programs: FoundPrograms): Step[] =>
  testSteps({ programs, reports: '/tmp/reports', ports: ['4001', '4002'] })

const stepOf = (steps: readonly Step[], name: string) => steps.find((step) => step.name === name)

it('waits only for existing steps', () => {
  const steps = stepsWith({ found: {}, missing: [] })
  const names = steps.map(({ name }) => name)
  for (const { needs = [], after = [] } of steps) {
    expect(names).toEqual(expect.arrayContaining([...needs, ...after]))
  }
})

it('passes the paths of the programs to the end-to-end tests', () => {
  const steps = stepsWith({ found: { CHROMIUM_PATH: '/usr/bin/chromium' }, missing: [] })
  expect(stepOf(steps, 'End-to-end tests')).toMatchObject({
    env: { CHROMIUM_PATH: '/usr/bin/chromium', PLAYWRIGHT_PORT: '4001' },
  })
  expect(steps.some(({ unavailable }) => unavailable)).toBe(false)
})

it('fails browser steps without a browser, names the command that installs it, and runs the rest', () => {
  const steps = stepsWith({ found: {}, missing: [chromium] })
  expect(stepOf(steps, 'End-to-end tests')?.unavailable).toEqual({
    reason: 'Chromium is missing: npm run setup',
    needed: true,
  })
  expect(stepOf(steps, 'Unit and component tests')?.command).toEqual(
    expect.arrayContaining([
      '--project=unit',
      '--project=component',
      '--project=component-own-modules',
    ]),
  )
  expect(stepOf(steps, 'Unit and component tests')?.unavailable).toBeUndefined()
})
