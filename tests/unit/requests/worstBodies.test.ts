import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { routes } from '../../support/contract/routes.ts'
import { propertyTest } from '../../support/propertyTest.ts'
import { budgetMs, cpuTime } from './cpuTime.ts'
import { startForAll } from './sendToAll.ts'
import { worstBodies } from './worstBodies.ts'

const withBody = routes.filter(({ body }) => body)

describe('any body of 300 KB', propertyTest, () => {
  it.each(withBody)('to $operationId takes at most 20 ms of CPU', async (route) => {
    const { send } = await startForAll()
    await fc.assert(
      fc.asyncProperty(worstBodies(route), async (body) => {
        let status = 0
        const time = await cpuTime(async () => ({ status } = await send(route, { body })))
        expect(status).toBeLessThan(500)
        expect(time, `${status} for ${body.slice(0, 200)}…`).toBeLessThan(budgetMs)
      }),
      { numRuns: 20 },
    )
  })
})
