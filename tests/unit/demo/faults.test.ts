import { describe, expect, it } from 'vitest'

import {
  type CallCounts,
  incrementCounts,
  type Fault,
  formatFault,
  parseFault,
  findFault,
} from '#src/mock/demo/faults.ts'

describe('the text format of a fault', () => {
  it.each<[string, Fault]>([
    ['createToken:503@1', { operation: 'createToken', what: 503, when: { nth: 1 } }],
    ['listTokens:late-250@3', { operation: 'listTokens', what: { late: 250 }, when: { nth: 3 } }],
    ['getToken:lost@every-3', { operation: 'getToken', what: 'lost', when: { every: 3 } }],
    ['*:never@always', { operation: '*', what: 'never', when: 'always' }],
    ['whoami:rubbish@chance-30', { operation: 'whoami', what: 'rubbish', when: { chance: 30 } }],
    [
      'createToken:lost-after-commit@1',
      { operation: 'createToken', what: 'lost-after-commit', when: { nth: 1 } },
    ],
  ])('%s can be read and written', (text, fault) => {
    expect(parseFault(text)).toEqual(fault)
    expect(formatFault(fault)).toBe(text)
  })

  it('means every call by default', () => {
    expect(parseFault('logIn:500')).toEqual({ operation: 'logIn', what: 500, when: 'always' })
  })

  it.each([
    '',
    'createToken',
    'createToken:',
    'createTokens:503@1',
    'createToken:200@1',
    'createToken:600@1',
    'createToken:late-0@1',
    'createToken:late-@1',
    'createToken:lost@0',
    'createToken:lost@every-0',
    'createToken:lost@chance-101',
    'createToken:lost@-1',
    'createToken:lost@1.5',
    'createToken:lost@sometimes-3',
    'createToken:gone@1',
    'createToken:503@1@2',
    'createToken:503@9999999999',
  ])('does not include %j', (text) => {
    expect(parseFault(text)).toBeUndefined()
  })
})

/** Returns which calls a fault affects, incrementCounts from 1. */
function affectedCalls(fault: string, calls: string[], seed = 'seed'): number[] {
  const parsed = parseFault(fault)
  const faults = parsed ? [parsed] : []
  let counts: CallCounts = {}
  return calls.flatMap((operation, position) => {
    const isAffected = findFault(faults, operation, counts, seed) !== undefined
    counts = incrementCounts(counts, operation)
    return isAffected ? [position + 1] : []
  })
}

const lists = (count: number) => Array.from({ length: count }, () => 'listTokens')

describe('a fault affects', () => {
  it('the nth call of its operation, regardless of other calls', () => {
    expect(
      affectedCalls('listTokens:500@2', ['listTokens', 'getPlan', 'listTokens', 'listTokens']),
    ).toEqual([3])
  })

  it('every nth call', () => {
    expect(affectedCalls('listTokens:500@every-3', lists(9))).toEqual([3, 6, 9])
  })

  it('every call of its operation only', () => {
    expect(affectedCalls('listTokens:500@always', ['getPlan', 'listTokens', 'listTokens'])).toEqual(
      [2, 3],
    )
  })

  it('any operation if it is for all of them, counting all calls', () => {
    expect(affectedCalls('*:lost@2', ['getPlan', 'listTokens', 'listTokens'])).toEqual([2])
  })

  it('random calls: the same for the same seed, and about the given share', () => {
    const calls = lists(1000)
    const first = affectedCalls('listTokens:500@chance-30', calls)
    expect(first.length).toBeGreaterThan(250)
    expect(first.length).toBeLessThan(350)
    expect(affectedCalls('listTokens:500@chance-30', calls)).toEqual(first)
    expect(affectedCalls('listTokens:500@chance-30', calls, 'another')).not.toEqual(first)
    expect(affectedCalls('listTokens:500@chance-100', lists(50))).toHaveLength(50)
  })

  it('a call only if it is the first matching fault', () => {
    const faults = ['listTokens:500@1', '*:lost@always'].flatMap((text) => parseFault(text) ?? [])
    expect(findFault(faults, 'listTokens', {}, '')?.what).toBe(500)
    expect(findFault(faults, 'listTokens', { listTokens: 1, '*': 1 }, '')?.what).toBe('lost')
  })
})
