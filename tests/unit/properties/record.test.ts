import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { loggedPath } from '#src/mock/domain/requestDetails.ts'

import { propertyTest, requestRuns } from '../../support/propertyTest.ts'
import { helpdeskData } from '../../support/helpdesk.ts'
import { anyPermissions } from './access.ts'
import { matchOf } from './responses.ts'
import { type Answer, start, startApi } from './api.ts'
import { anyRequest, goodRequestTo, publicRoutesWithBody, type Sent } from './requests.ts'

/** Includes tokens with all permissions: otherwise hardly any request would get to the validation of its fields. */
const tokens = fc.oneof(
  fc.constant({}),
  anyPermissions.map((permissions) => ({ permissions })),
)

const onePlace = { kept: 1, last: { address: null, client: null }, rest: null }

describe('a request with a token', propertyTest, () => {
  it('changes nothing in the helpdesk unless it succeeds', async () => {
    await fc.assert(
      fc.asyncProperty(tokens, anyRequest(), async (token, sent) => {
        const api = await startApi(token)
        const before = helpdeskData(api.storage)
        const { status } = await api.send(sent)
        if (status === 200 && sent.method !== 'GET' && sent.method !== 'HEAD') return
        expect(helpdeskData(api.storage)).toEqual(before)
      }),
      { numRuns: requestRuns },
    )
  })

  it('is refused if its body is not JSON', async () => {
    const types = fc.oneof(
      fc.constantFrom('application/json-patch+json', 'application/jsonp', 'text/json', '*/*'),
      fc.constantFrom('text/plain', 'application/x-www-form-urlencoded', ' , application/json'),
      fc.constantFrom('multipart/form-data', 'multipart/form-data; boundary=x'),
    )
    const request = fc.oneof(...publicRoutesWithBody.map((route) => goodRequestTo(route)))
    await fc.assert(
      fc.asyncProperty(request, types, async (good, contentType) => {
        const api = await startApi()
        const before = helpdeskData(api.storage)
        const { status } = await api.send({ ...good, contentType })
        expect(status).toBe(400)
        expect(helpdeskData(api.storage)).toEqual(before)
      }),
      { numRuns: requestRuns },
    )
  })

  it("is recorded once, with its outcome, and updates the token's last use", async () => {
    await fc.assert(
      fc.asyncProperty(tokens, anyRequest(), async (token, sent) => {
        const api = await startApi(token)
        const before = api.storage.dump()
        api.clock.set(later)
        const response = await api.send(sent)
        const { requests, usage, tokens: stored } = api.storage.dump()
        const expected = response.status === 204 ? [] : [recordOf(sent, response, api.tokenId)]
        expect(requests).toEqual(expected)
        expect(
          usage.map(({ answered, refused, notValid }) => [answered, refused, notValid]),
        ).toEqual(expected.map(({ outcome }) => outcomes.map((each) => Number(each === outcome))))
        expect(stored).toEqual(
          before.tokens.map((one) => ({
            ...one,
            lastUsedAt: expected.length > 0 ? later.toISOString() : null,
            lastAnsweredAt: expected[0]?.outcome === 'answered' ? later.toISOString() : null,
            lastRefusedAt: expected[0]?.outcome === 'refused' ? later.toISOString() : null,
            refusedInARow: expect.any(Number) as unknown,
            attempts: expect.any(Number) as unknown,
            clients: expected.length > 0 ? [{ name: null, firstAt: later.toISOString() }] : [],
            ...(expected.length > 0
              ? { places: { ...onePlace, addresses: expect.any(Number) as unknown } }
              : {}),
            uses: expect.anything() as unknown,
            quota: expect.anything() as unknown,
          })),
        )
      }),
      { numRuns: requestRuns },
    )
  })

  it('leaves neither its key nor its content in the log', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uuid(), fc.boolean(), async (secret, valid) => {
        const api = await startApi()
        const body = JSON.stringify({ name: secret, tag_group_id: valid ? 1 : secret })
        const path = `/v1/tags?q=${secret}&key=${api.key}`
        await api.send({ method: 'POST', path, contentType: 'application/json', body })
        const { requests, usage, tokens: stored } = api.storage.dump()
        expect(requests).toHaveLength(1)
        expect(JSON.stringify({ requests, usage, stored })).not.toContain(secret)
        expect(JSON.stringify(api.storage.dump())).not.toContain(api.key)
      }),
      { numRuns: 200 },
    )
  })
})

const later = new Date(start.getTime() + 5000)
const outcomes = ['answered', 'refused', 'not_valid']

function recordOf(sent: Sent, { status }: Answer, tokenId: string) {
  const refused = status === 403
  return {
    id: 1,
    requestId: expect.stringMatching(/^req_[0-9a-f]{16}$/) as unknown,
    tokenId,
    at: later.toISOString(),
    method: sent.method,
    path: loggedPath(new URL(sent.path, 'http://localhost').pathname),
    client: null,
    address: null,
    operation: matchOf(sent).route?.operationId ?? null,
    status,
    milliseconds: 0,
    outcome: status === 200 ? 'answered' : refused ? 'refused' : 'not_valid',
    reason: refused ? 'access' : null,
    feature: refused ? (expect.any(String) as unknown) : null,
    needs: refused ? (expect.any(String) as unknown) : null,
    // tests/unit/requestHeaders.test.ts has the headers of a request.
    sent: expect.any(Object) as unknown,
    received: expect.objectContaining({ 'RateLimit-Limit': '60' }) as unknown,
  }
}
