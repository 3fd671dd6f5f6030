import { beforeAll, describe, expect, it } from 'vitest'

import type { StepResult } from '../conformance/run.ts'
import { runInNode, runOnHost } from '../conformance/senders.ts'
import { findIn, routes } from '../support/contract/routes.ts'

describe('the conformance suite', () => {
  let inNode: StepResult[] = []
  beforeAll(async () => {
    inNode = await runInNode()
  })

  it('gets the expected status in every step', () => {
    const others = inNode.filter(({ expected, response }) => response.status !== expected)
    const failures = others.map(
      ({ title, expected, response }) =>
        `${title}: ${response.status} instead of ${expected}, ${response.body}`,
    )
    expect(failures).toEqual([])
  })

  it('calls every operation of both APIs successfully', () => {
    const carriedOut = new Set(
      inNode.filter(({ response }) => response.status < 300).map(operationOf),
    )
    const missing = routes.filter(({ operationId }) => !carriedOut.has(operationId))
    expect(missing.map(({ operationId }) => operationId)).toEqual([])
    expect(inNode.length).toBeGreaterThanOrEqual(80)
  })

  it('includes every kind of refusal', () => {
    const statuses = new Set(inNode.map(({ response }) => response.status))
    const refusals = [400, 401, 403, 404, 405, 409, 412, 422, 428, 429]
    expect(refusals.filter((status) => !statuses.has(status))).toEqual([])
    const waiting = inNode.find(({ response }) => response.status === 429)
    expect(waiting?.response.headers['retry-after']).toBe('1')
  })

  it('gets the same responses over HTTP, byte for byte', async () => {
    expect(await runOnHost()).toEqual(inNode)
  })
})

function operationOf({ request: { method, path } }: StepResult): string | undefined {
  const pathname = path.split('?')[0] ?? ''
  const find = pathname.startsWith('/v1/') ? findIn.public : findIn.management
  return find(method, pathname).route?.operationId
}
