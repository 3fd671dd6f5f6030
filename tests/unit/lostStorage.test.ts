import { beforeAll, describe, expect, it } from 'vitest'

import { responseKey } from '#src/mock/server/contract/routes.ts'
import { createServer } from '#src/mock/server/server.ts'
import { StorageError } from '#src/mock/storage/port.ts'

import { runInNode } from '../conformance/senders.ts'
import type { StepRequest } from '../conformance/step.ts'
import { recordExchange } from '../support/contract/recordExchange.ts'
import { findIn, routes } from '../support/contract/routes.ts'

/** A successful request for each operation. */
const good = new Map<string, StepRequest>()
beforeAll(async () => {
  for (const { request, response } of await runInNode()) {
    const [pathname = ''] = request.path.split('?')
    const { route } = findIn[pathname.startsWith('/v1/') ? 'public' : 'management'](
      request.method,
      pathname,
    )
    if (route && response.status < 300 && !request.form) good.set(route.operationId, request)
  }
})

/** Sends the request to a backend whose storage fails. */
async function answerWithout(error: Error, operationId: string) {
  const { method = '', path = '', headers = {}, body = null } = good.get(operationId) ?? {}
  const server = createServer({
    storage: { read: () => Promise.reject(error), write: () => Promise.reject(error) },
    clock: { now: () => new Date(0) },
    randomBytes: (count) => new Uint8Array(count),
    observe: recordExchange,
  })
  const request = new Request(`http://localhost${path}`, { method, headers, body })
  const response = await server.handle(request)
  return { status: response.status, text: await response.text() }
}

describe.each(routes)('$operationId', (route) => {
  const edesk = (status: number, message: string, details: string) => [
    status,
    JSON.stringify({ error: { httpCode: status, message, details } }),
  ]
  const problem = (status: number, kind: string, title: string) => [
    status,
    JSON.stringify({ type: `/problems/${kind}`, title, status }),
  ]
  const unreachable = ['The data cannot be reached', 'Try again later.'] as const

  it.each([
    {
      error: new StorageError('full'),
      management: problem(507, 'storage-full', 'The storage is full'),
      public: edesk(507, ...unreachable),
    },
    {
      error: new StorageError('unavailable'),
      management: problem(503, 'storage-unavailable', 'The data cannot be reached'),
      public: edesk(503, ...unreachable),
    },
    {
      error: new StorageError('newer'),
      management: problem(503, 'storage-newer', 'A newer version has written the data'),
      public: edesk(503, ...unreachable),
    },
    {
      error: new Error('secret detail'),
      management: problem(500, 'internal', 'Something went wrong'),
      public: edesk(500, 'Something went wrong', 'Try again later.'),
    },
  ])(
    'reports that its storage fails with "$error", without any internal details',
    async (expected) => {
      const { status, text } = await answerWithout(expected.error, route.operationId)
      expect([status, text]).toEqual(expected[route.api])
      expect(responseKey(route, status)).toBe('5XX')
    },
  )
})
