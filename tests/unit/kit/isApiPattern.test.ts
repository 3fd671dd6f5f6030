import { describe, expect, it, onTestFinished } from 'vitest'

import { isApiPattern } from '#src/kit/tools/isApiPattern.ts'

const demo = 'http://localhost:4173'
const own = 'http://localhost:4350'

describe('a pattern of Playwright is for the APIs', () => {
  it.each([
    '**/api/**',
    '**/api/tokens*',
    '**/v1/sales-orders?page=1',
    '/v1/**',
    '*/**/v1/users',
    `${demo}/api/tokens`,
    '**/{api,v1}/**',
    '**/api/tokens/tok_123/pause',
    /\/api\//,
    /\/v1\/sales-orders/g,
    /api\/tokens\/tok_123/,
    (url: URL) => url.pathname.startsWith('/v1/'),
    new URLPattern({ pathname: '/api/*' }),
  ])('%s', (pattern) => expect(isApiPattern(pattern, demo)).toBe(true))
})

describe('a pattern of Playwright is not only for the APIs', () => {
  it.each([
    '**/*',
    '**',
    '**/*.{png,jpg}',
    '**/settings/api-tokens*',
    'http://example.com/api/tokens',
    /tokens/,
    /assets\/browser-.*\.js$/,
    () => true,
    (url: URL) => url.pathname.endsWith('.css'),
    undefined,
  ])('%s', (pattern) => expect(isApiPattern(pattern, demo)).toBe(false))
})

it('a pattern that fits an own application is for that application', () => {
  expect(isApiPattern('**/v1/**', demo, [own])).toBe(false)
  expect(isApiPattern(`${own}/v1/orders`, demo, [own])).toBe(false)
  expect(isApiPattern(`${demo}/v1/**`, demo, [own])).toBe(true)
  expect(isApiPattern('/api/**', demo, [own])).toBe(true)
})

it('without URLPattern, as in Node 20, a value that is no pattern is not for the APIs', () => {
  const { URLPattern } = globalThis
  onTestFinished(() => void Object.assign(globalThis, { URLPattern }))
  Reflect.deleteProperty(globalThis, 'URLPattern')
  expect(isApiPattern(undefined, demo)).toBe(false)
})
