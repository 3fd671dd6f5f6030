import { describe, expect, it } from 'vitest'

import type { ManagementOperationId } from '#src/mock/server/contract/routes.ts'
import { newToken } from '#src/kit/builders.ts'
import { noRules } from '#src/shared/tokenRules.ts'

import type { Account } from '../support/accounts.ts'
import { startServer } from '../support/backend.ts'
import { problemOf } from '../support/problems.ts'
import { createToken } from '../support/tokens.ts'
import { managementRoutes } from '../support/contract/routes.ts'

const people = ['nobody', 'agent', 'starterAdmin', 'admin', 'otherBusiness'] as const
type Who = (typeof people)[number]

/**
 * The response to every operation for each kind of caller, or the reason of the refusal. `otherBusiness` is an Admin with
 * tokens in their plan, who requests data of another business.
 */
// prettier-ignore
const table: Record<ManagementOperationId, readonly [string, string, string, string, string]> = {
  //                     nobody              agent                 starterAdmin         admin   otherBusiness
  listDemoAccounts:    ['200',               '200',                '200',               '200',  '200'],
  logIn:               ['201',               '201',                '201',               '201',  '201'],
  getSession:          ['200',               '200',                '200',               '200',  '200'],
  logOut:              ['204',               '204',                '204',               '204',  '204'],
  listTokens:          ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '200'],
  listTokenIds:        ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '200'],
  lookUpTokens:        ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '200'],
  changeTokens:        ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '200'],
  findTokenByName:     ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '200'],
  createToken:         ['401 not-logged-in', '403 admin-required', '403 plan-required', '201',  '201'],
  getToken:            ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '404 not-found'],
  updateToken:         ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '404 not-found'],
  deleteToken:         ['401 not-logged-in', '403 admin-required', '403 plan-required', '204',  '404 not-found'],
  confirmKeyShown:     ['401 not-logged-in', '403 admin-required', '403 plan-required', '204',  '404 not-found'],
  confirmTokenPlaces:  ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '404 not-found'],
  pauseToken:          ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '404 not-found'],
  resumeToken:         ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '404 not-found'],
  replaceToken:        ['401 not-logged-in', '403 admin-required', '403 plan-required', '201',  '404 not-found'],
  retireToken:         ['401 not-logged-in', '403 admin-required', '403 plan-required', '409 not-being-replaced', '404 not-found'],
  findKeys:            ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '200'],
  getTokenAdvice:      ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '404 not-found'],
  getAdviceOverview:   ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '200'],
  changeAdvice:        ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '200'],
  listAdvice:          ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '200'],
  listActivity:        ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '200'],
  listActivityTokens:  ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '200'],
  getRules:            ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '200'],
  changeRules:         ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '200'],
  listTokenRequests:   ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '404 not-found'],
  listTokenPlaces:     ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '404 not-found'],
  getTokenUsage:       ['401 not-logged-in', '403 admin-required', '403 plan-required', '200',  '404 not-found'],
  listNotices:         ['401 not-logged-in', '403 admin-required', '200',               '200',  '200'],
  markNotices:         ['401 not-logged-in', '403 admin-required', '204',               '204',  '204'],
  listMembers:         ['401 not-logged-in', '200',                '200',               '200',  '200'],
  changeLanguage:      ['401 not-logged-in', '200',                '200',               '200',  '200'],
  changeRole:          ['401 not-logged-in', '403 admin-required', '404 not-found',     '200',  '404 not-found'],
  listAccessRequests:  ['401 not-logged-in', '200',                '200',               '200',  '200'],
  requestAdminAccess:  ['401 not-logged-in', '201',                '409 request-answered', '409 request-answered', '409 request-answered'],
  answerAccessRequest: ['401 not-logged-in', '403 admin-required', '404 not-found',     '200',  '404 not-found'],
  getPlan:             ['401 not-logged-in', '200',                '200',               '200',  '200'],
  changePlan:          ['401 not-logged-in', '403 admin-required', '200',               '200',  '200'],
  listTicketViews:     ['401 not-logged-in', '200',                '200',               '200',  '200'],
  getTicketView:       ['401 not-logged-in', '200',                '404 not-found',     '200',  '404 not-found'],
}

const bodies: Partial<Record<ManagementOperationId, unknown>> = {
  logIn: { email: 'admin@example.com', password: 'edesk-demo' },
  createToken: newToken({ name: 'Another' }),
  updateToken: { name: 'Renamed' },
  changeTokens: { action: 'pause', ids: ['tok_none'] },
  changeAdvice: { action: 'dismiss', items: [{ tokenId: 'tok_none', kind: 'unused' }] },
  findTokenByName: { name: 'ShipFast' },
  lookUpTokens: { ids: ['tok_none'] },
  replaceToken: { accessLevel: 'read_only', keepOldKey: 'day' },
  confirmTokenPlaces: { until: '2026-11-24T09:00:00Z' },
  findKeys: { hashes: ['0'.repeat(64)] },
  markNotices: { ids: ['changes:1'], read: true },
  answerAccessRequest: { status: 'granted' },
  changePlan: { plan: 'enterprise' },
  changeRules: noRules,
  changeLanguage: { language: 'de' },
  changeRole: { role: 'agent' },
}

const queries: Partial<Record<ManagementOperationId, string>> = {
  listAdvice: '?group=unused',
}

const cells = managementRoutes.flatMap((route) =>
  people.map((who, column) => ({ route, who, expected: table[route.operationId][column] ?? '' })),
)

describe('the authorization of callers', () => {
  it.each(cells)('for $route.operationId as $who: $expected', async ({ route, who, expected }) => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    const { body } = await createToken(admin)
    const agent = await backend.as('agent')
    const request = await agent('POST', '/api/access-requests')
    const send = await personFor(who, backend)

    const path = route.path
      .replace('{tokenId}', body.token.id)
      .replace('{requestId}', (request.body as { id: string }).id)
      .replace('{userId}', 'usr_robin')
      .replace('{ticketId}', '1')
    const response = await send(route.method, `${path}${queries[route.operationId] ?? ''}`, {
      ...(bodies[route.operationId] ? { body: bodies[route.operationId] } : {}),
      headers: { 'Idempotency-Key': 'who-may-0001', 'If-Match': '*' },
    })
    const outcome = response.status < 300 ? String(response.status) : problemOf(response)
    expect(outcome).toBe(expected)
  })
})

async function personFor(who: Who, backend: Awaited<ReturnType<typeof startServer>>) {
  if (who === 'nobody') return backend.nobody
  if (who !== 'otherBusiness') return backend.as(who satisfies Account)
  const other = await backend.as('starterAdmin')
  await other('PUT', '/api/plan', { body: { plan: 'professional' } })
  return other
}
