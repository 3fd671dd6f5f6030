import { describe, expect, it } from 'vitest'

import { keyRefusal } from '#src/api/keyRefusal.ts'

describe('the reason why the public API refuses a key', () => {
  it.each([
    [401, 'This token has expired.', 'expired'],
    [401, 'This token is paused.', 'paused'],
    [401, 'Authorization header is missing.', 'unreadable'],
    [403, 'Invalid token. It was replaced.', 'unknown'],
    [403, 'Your plan does not include the API.', 'plan'],
    [403, 'This token has no access to Tickets.', 'access'],
    [403, 'The token cannot be used from this address.', 'address'],
  ] as const)('is read from status %i and "%s": %s', (status, details, reason) => {
    expect(keyRefusal(status, details)).toBe(reason)
  })
})
