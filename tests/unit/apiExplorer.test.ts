import { describe, expect, it } from 'vitest'

import { referenceOperations } from '#src/api/generated/reference.ts'
import { explainResponse } from '#src/features/api-tokens/api-explorer/explainResponse.ts'
import { requestExample } from '#src/features/api-tokens/api-explorer/requestExample.ts'

describe('the request that the form starts with', () => {
  it.each(referenceOperations.filter(({ method }) => method !== 'GET'))(
    'names no record that it could change: $operationId',
    (operation) => {
      const { values, body } = requestExample(operation)
      expect(values).toEqual({})
      expect(body).not.toMatch(/_ids?": (\[\s*)?\d/)
    },
  )
})

describe('the explanation of a response', () => {
  const answer = { milliseconds: 1, headers: [], text: '' }
  const call = { operationId: 'getTicket', method: 'GET' } as const
  const error = (details: unknown) => ({ error: { httpCode: 0, message: '', details } })

  it.each([
    [401, error('The token has expired.'), { kind: 'expired' }],
    [401, error('The token is paused.'), { kind: 'paused' }],
    [401, error('Not now.'), { kind: 'notAccepted', details: 'Not now.' }],
    [403, error('Invalid token.'), { kind: 'unknownKey' }],
    [403, error('API tokens need the Professional plan or higher.'), { kind: 'plan' }],
    [403, error('The token cannot be used from this address.'), { kind: 'address' }],
    [403, error('This needs Full Access to Tickets.'), { kind: 'access' }],
    [404, error('There is nothing with this id.'), { kind: 'notFound' }],
    [400, error('The body is no JSON.'), { kind: 'unreadable', details: 'The body is no JSON.' }],
    [405, error('Not with PATCH.'), { kind: 'refused', details: 'Not with PATCH.' }],
    [500, error('Oh.'), { kind: 'broken' }],
    [502, undefined, { kind: 'broken' }],
    [200, { data: {} }, { kind: 'got' }],
    [
      200,
      { data: [{}], paginator: { totalItemsCount: 7 } },
      { kind: 'listed', shown: 1, total: 7 },
    ],
  ])('classifies a response with the status %i', (status, json, expected) => {
    expect(explainResponse({ ...answer, status, json }, call)).toEqual(expected)
  })

  it('contains the waiting time after too many requests', () => {
    const headers: [string, string][] = [['retry-after', '3']]
    const tooMany = { ...answer, status: 429, json: error('Out of quota'), headers }
    expect(explainResponse(tooMany, call)).toEqual({ kind: 'tooMany', seconds: 3 })
  })
})
