import { describe, expect, it } from 'vitest'

import { anywhere, usualAddresses } from '#src/features/api-tokens/form/addressChoice.ts'
import { latestChoice, offeredPeriods, usualExpiry } from '#src/features/api-tokens/form/expiry.ts'
import { fitToRules } from '#src/features/api-tokens/rules/fitToRules.ts'
import { mergeDrafts, toDraft, toRules } from '#src/features/api-tokens/rules/rulesDraft.ts'
import { uniformPermissions } from '#src/shared/access.ts'
import { noRules } from '#src/shared/tokenRules.ts'

const at = { now: new Date('2026-11-24T09:00:00Z'), timeZone: 'Europe/Dublin' }

describe('the form of the rules', () => {
  const rules = { ...noRules, longestLife: 90, maxTokens: 12, descriptionRequired: true }

  it('holds rules and returns them', () => {
    expect(toRules(toDraft(rules))).toEqual(rules)
    expect(toRules(toDraft(noRules))).toEqual(noRules)
  })

  it.each(['0', '-1', '1.5', 'ten', '1e3', '100001'])('does not accept %s tokens', (text) => {
    expect(toRules({ ...toDraft(noRules), max_tokens: text })).toBeUndefined()
  })

  it.each([
    ['', null],
    [' ', null],
    [' 7 ', 7],
    ['100000', 100_000],
  ])('reads "%s" tokens as %s', (text, maxTokens) => {
    expect(toRules({ ...toDraft(noRules), max_tokens: text })).toEqual({ ...noRules, maxTokens })
  })

  it('keeps what the user changed, and takes the rest from what somebody else saved', () => {
    const base = toDraft(noRules)
    const mine = { ...base, longest_life: '30', max_tokens: 'ten' }
    const saved = toDraft({ ...rules, pauseUnusedAfter: 60 })
    expect(mergeDrafts(base, mine, saved)).toEqual({
      ...saved,
      longest_life: '30',
      max_tokens: 'ten',
    })
  })
})

describe('the form of a token under rules', () => {
  it('offers only the lifetimes that are allowed', () => {
    expect(offeredPeriods(null)).toHaveLength(7)
    expect(offeredPeriods(30)).toEqual(['7', '30', 'date'])
    expect(offeredPeriods(180)).toEqual(['7', '30', '60', '90', 'date'])
    expect(usualExpiry(null).period).toBe('90')
    expect(usualExpiry(30).period).toBe('30')
    expect(latestChoice(180, at)).toEqual({ period: 'date', date: '2027-05-23' })
  })

  it('corrects what does not fit, and says what', () => {
    const choices = {
      level: 'full_access',
      permissions: uniformPermissions('no_access'),
      expiry: { period: 'never', date: '' },
      addresses: anywhere,
    } as const
    expect(fitToRules(choices, noRules, at)).toEqual({ choices, corrections: [] })
    const rules = { ...noRules, longestLife: 30, fullAccess: 'per_feature' as const }
    expect(fitToRules(choices, rules, at)).toEqual({
      choices: {
        level: 'custom',
        permissions: uniformPermissions('full_access'),
        expiry: { period: '30', date: '' },
        addresses: anywhere,
      },
      corrections: ['access', 'expiry'],
    })
    const required = fitToRules(choices, { ...noRules, addressesRequired: true }, at)
    expect(required.corrections).toEqual(['addresses'])
    expect(required.choices.addresses).toEqual(usualAddresses(true))
    const incomplete = { ...choices, expiry: { period: 'date', date: '' } } as const
    expect(fitToRules(incomplete, rules, at).corrections).toEqual(['access'])
    const late = { ...choices, expiry: { period: 'date', date: '2026-12-25' } } as const
    expect(fitToRules(late, rules, at).corrections).toEqual(['access', 'expiry'])
    const last = { ...choices, expiry: { period: 'date', date: '2026-12-24' } } as const
    expect(fitToRules(last, rules, at).corrections).toEqual(['access'])
  })
})
