import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { propertyTest, requestRuns } from '../../support/propertyTest.ts'
import { expectMatchesContract } from './responses.ts'
import { type Answer, type Api, startApi } from './api.ts'
import { anyRequest } from './requests.ts'

/** Keys similar to this one: with wrong characters, longer or shorter. */
function wrongKeysLike(key: string): fc.Arbitrary<string> {
  const characters = fc.constantFrom('0', '1', '9', 'A', 'Z', 'a', 'z', '_', '.', '-')
  return fc
    .oneof(
      fc.tuple(fc.nat({ max: key.length - 1 }), characters).map(([at, by]) => {
        return key.slice(0, at) + by + key.slice(at + 1)
      }),
      fc.nat({ max: key.length - 1 }).map((length) => key.slice(0, length)),
      fc.nat({ max: key.length - 2 }).map((at) => swapped(key, at)),
      fc.constantFrom(
        `${key}0`,
        key.toUpperCase(),
        key.toLowerCase(),
        key.slice(6),
        `edesk_${key}`,
      ),
      fc.string({ minLength: 1, unit: characters, maxLength: 60 }),
    )
    .filter((wrong) => wrong !== key && wrong !== '')
}

function swapped(key: string, at: number): string {
  return key.slice(0, at) + key.charAt(at + 1) + key.charAt(at) + key.slice(at + 2)
}

describe('a request without a valid key', propertyTest, () => {
  it('is refused in the same way for any wrong key, and leaves no trace', async () => {
    const api = await startApi()
    const before = api.storage.dump()
    await fc.assert(
      fc.asyncProperty(wrongKeysLike(api.key), anyRequest(), async (key, sent) => {
        const response = await api.send(sent, key)
        expectMatchesContract(sent, response, api)
        if ([204, 404, 405].includes(response.status)) return
        expect(response.status).toBe(403)
        if (sent.method !== 'HEAD') expect(response.text).toContain('"Invalid token."')
      }),
      { numRuns: requestRuns },
    )
    expect(api.storage.dump()).toEqual(before)
  })

  it('is refused if its header carries no key', async () => {
    const api = await startApi()
    const before = api.storage.dump()
    await fc.assert(
      fc.asyncProperty(headersWithout(api.key), async (header) => {
        const response = await sentWith(api, header)
        expect([401, 403]).toContain(response.status)
        expectMatchesContract({ method: 'GET', path: '/v1/whoami' }, response, api)
        const challenge = response.headers.get('www-authenticate')
        expect(challenge).toBe(response.status === 401 ? 'Bearer' : null)
      }),
      { numRuns: requestRuns },
    )
    expect(api.storage.dump()).toEqual(before)
  })
})

/** Headers in other formats than `Bearer <key>`, some of which contain the key. */
function headersWithout(key: string): fc.Arbitrary<string> {
  const parts = fc.constantFrom(
    key,
    'Bearer',
    'Basic',
    'Token',
    ',',
    '"',
    '=',
    `${key}x`,
    '\t',
    ' ',
  )
  return fc
    .oneof(
      fc.array(parts, { maxLength: 5 }).map((all) => all.join(' ')),
      fc.string({ maxLength: 40 }),
    )
    .filter((header) => isHeader(header) && !/^\s*bearer +\S+\s*$/i.test(header))
}

/** Whether a header with this text can be sent at all. */
function isHeader(text: string): boolean {
  return /^[\t\x20-\x7e]*$/.test(text)
}

async function sentWith(api: Api, header: string): Promise<Answer> {
  return api.send({ method: 'GET', path: '/v1/whoami', authorization: header })
}
