import { expect } from 'vitest'

import {
  type PublicOperationId,
  responseKey,
  type Route,
  type RouteMatch,
} from '#src/mock/server/contract/routes.ts'
import { validatorOf } from '#src/mock/server/contract/findResponseViolation.ts'

import { findIn } from '../../support/contract/routes.ts'
import type { Answer, Api } from './api.ts'
import type { Sent } from './requests.ts'

/** Returns the route of a request in the contract. */
export function matchOf({ method, path }: Sent): RouteMatch<Route<PublicOperationId>> {
  const { pathname } = new URL(path, 'http://localhost')
  return findIn.public(method === 'HEAD' ? 'GET' : method, pathname)
}

const statuses = [200, 400, 401, 403, 404, 405, 413, 415, 429]
const errorBody = { $ref: '#/$defs/EdeskError' }

/** Checks that a response matches the contract for its request, and reveals no secret. */
export function expectMatchesContract(sent: Sent, answer: Answer, { key }: Pick<Api, 'key'>): void {
  const { status, text, headers } = answer
  expect(text).not.toContain(key)
  expect(JSON.stringify([...headers])).not.toContain(key)
  if (status === 204) {
    expect([sent.method, text]).toEqual(['OPTIONS', ''])
    return
  }
  expect(statuses).toContain(status)
  expect(headers.get('content-type')).toBe('application/json')
  if (sent.method === 'HEAD') {
    expect(text).toBe('')
    return
  }
  expect(faultOf(sent, answer)).toBeUndefined()
  if (status === 200) return
  expect(text).not.toMatch(/\.[tj]s\b|node_modules|\bat .+:\d+|TypeError|RangeError|undefined|NaN/)
  expect(answer.body).toMatchObject({ error: { httpCode: status } })
  if (status === 405) expect(headers.get('allow')).toMatch(/OPTIONS$/)
  if (status === 429) expect(headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
}

/** Asks the library itself: the server has another check, which is quicker. */
function faultOf(sent: Sent, { status, body }: Answer): string | undefined {
  const { route } = matchOf(sent)
  const schema = route ? route.responses[responseKey(route, status)] : errorBody
  if (!schema) return `The contract has no body for ${status}.`
  const { valid, errors } = validatorOf(schema).validate(body)
  return valid ? undefined : JSON.stringify(errors.at(-1))
}
