import path from 'node:path'

import { describe, expect, it } from 'vitest'

import { runScenario } from '../../tools/chaos/runScenario.ts'
import { scenarios } from '../../tools/chaos/scenarios.ts'
import { folder } from '../support/hostProcess.ts'
import { propertyTest } from '../support/propertyTest.ts'

/** How many rounds show the point. `npm run chaos` runs more. */
const rounds = {
  sqlite: 1,
  postgres: 2,
  disk: 1,
  cut: 12,
  flip: 12,
  clock: 1,
  connections: 1,
} satisfies Record<keyof typeof scenarios, number>

describe('chaos', propertyTest, () => {
  it.for(Object.entries(rounds))('loses and doubles nothing: %s', async ([name, few], { skip }) => {
    const scenario = scenarios[name as keyof typeof scenarios]
    const reason = scenario.unavailable?.()
    if (reason !== undefined) skip(reason)
    const findings = await runScenario(scenario, {
      rounds: few,
      seed: 'npm test',
      compileCache: path.join(folder, 'compiled'),
    })
    expect(findings).toMatchObject({ lost: [], doubled: [], faults: [] })
    expect(findings.acknowledged).toBeGreaterThan(50)
  })
})
