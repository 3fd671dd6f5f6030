import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { propertyTest, requestRuns } from '../../support/propertyTest.ts'
import { expectMatchesContract } from './responses.ts'
import { startApi } from './api.ts'
import { anyRequest, validRequest } from './requests.ts'

describe('every response', propertyTest, () => {
  it('matches the contract for any request', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest(), async (sent) => {
        const api = await startApi()
        expectMatchesContract(sent, await api.send(sent), api)
      }),
      { numRuns: requestRuns },
    )
  })

  it('matches the contract after any previous requests', async () => {
    const requests = fc.array(validRequest(), { minLength: 2, maxLength: 30, size: 'max' })
    await fc.assert(
      fc.asyncProperty(requests, async (all) => {
        const api = await startApi()
        for (const sent of all) expectMatchesContract(sent, await api.send(sent), api)
      }),
      { numRuns: 100 },
    )
  })

  it('to a valid request is seldom a refusal', async () => {
    let answered = 0
    await fc.assert(
      fc.asyncProperty(validRequest(), async (sent) => {
        const { status } = await (await startApi()).send(sent)
        if (status === 200) answered += 1
      }),
      { numRuns: requestRuns },
    )
    // Otherwise the other properties would test little, because refused requests have no effect.
    expect(answered).toBeGreaterThan(240)
  })
})
