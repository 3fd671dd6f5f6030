import { describe, expect, it } from 'vitest'

import type { ExpiryChoiceValue } from '#src/features/api-tokens/form/expiry.ts'
import { expiryQuery } from '#src/features/api-tokens/prefill/expiryParameter.ts'
import { parsePrefillLink } from '#src/features/api-tokens/prefill/parsePrefillLink.ts'

const days = { first: '2026-12-01', last: '2036-12-01' }

describe('the expiry in a link', () => {
  it.each<[string | undefined, ExpiryChoiceValue]>([
    ['none', { period: 'never', date: '' }],
    ['90', { period: '90', date: '' }],
    ['2027-01-31', { period: 'date', date: '2027-01-31' }],
    [undefined, { period: 'date', date: '' }],
  ])('%s is read as the choice that it was written for', (expires, choice) => {
    const query = expiryQuery(choice)
    expect(query.expires).toBe(expires)
    expect(parsePrefillLink(query, days).expires).toEqual(expires && choice)
  })
})
