import { beforeAll, describe, expect, it } from 'vitest'

import { routes } from '#src/api/generated/contract.ts'
import { routeTable } from '#src/mock/server/routes.ts'

import type { Exchange } from '../conformance/run.ts'
import { conversationInNode, conversationWithHost } from '../conformance/senders.ts'

const findIn = { management: routeTable('management'), public: routeTable('public') }

describe('the conversation with the whole service', () => {
  let inNode: Exchange[] = []
  beforeAll(async () => {
    inNode = await conversationInNode()
  })

  it('gets the expected status in every step', () => {
    const others = inNode.filter(({ expected, answer }) => answer.status !== expected)
    const failures = others.map(
      ({ title, expected, answer }) =>
        `${title}: ${answer.status} instead of ${expected}, ${answer.body}`,
    )
    expect(failures).toEqual([])
  })

  it('calls every operation of both APIs successfully', () => {
    const carriedOut = new Set(inNode.filter(({ answer }) => answer.status < 300).map(operationOf))
    const missing = routes.filter(({ operationId }) => !carriedOut.has(operationId))
    expect(missing.map(({ operationId }) => operationId)).toEqual([])
    expect(inNode.length).toBeGreaterThanOrEqual(80)
  })

  it('includes every kind of refusal', () => {
    const statuses = new Set(inNode.map(({ answer }) => answer.status))
    const refusals = [400, 401, 403, 404, 405, 409, 412, 422, 428, 429]
    expect(refusals.filter((status) => !statuses.has(status))).toEqual([])
    const waiting = inNode.find(({ answer }) => answer.status === 429)
    expect(waiting?.answer.headers['retry-after']).toBe('1')
  })

  it('gets the same responses over HTTP, byte for byte', async () => {
    expect(await conversationWithHost()).toEqual(inNode)
  })
})

function operationOf({ sent: { method, path } }: Exchange): string | undefined {
  const pathname = path.split('?')[0] ?? ''
  const find = pathname.startsWith('/v1/') ? findIn.public : findIn.management
  return find(method, pathname).route?.operationId
}
