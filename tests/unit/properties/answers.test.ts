import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { expectContractual } from './answers.ts'
import { startApi } from './api.ts'
import { anyRequest, goodRequest } from './requests.ts'

describe('every answer', () => {
  it('is one that the contract allows, whatever was asked', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest(), async (sent) => {
        const api = await startApi()
        expectContractual(sent, await api.send(sent), api)
      }),
      { numRuns: 1000 },
    )
  })

  it('is one that the contract allows after whatever was done before', async () => {
    const requests = fc.array(goodRequest(), { minLength: 2, maxLength: 30, size: 'max' })
    await fc.assert(
      fc.asyncProperty(requests, async (all) => {
        const api = await startApi()
        for (const sent of all) expectContractual(sent, await api.send(sent), api)
      }),
      { numRuns: 100 },
    )
  })

  it('to a request that is right is seldom a refusal', async () => {
    let answered = 0
    await fc.assert(
      fc.asyncProperty(goodRequest(), async (sent) => {
        const { status } = await (await startApi()).send(sent)
        if (status === 200) answered += 1
      }),
      { numRuns: 300 },
    )
    // Or the other properties would say little: what is refused is not carried out.
    expect(answered).toBeGreaterThan(240)
  })
})
