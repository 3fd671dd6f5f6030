import { describe, expect, it, vi } from 'vitest'

import { readArguments } from '../../../tools/chaos/readArguments.ts'
import { scenarios } from '../../../tools/chaos/scenarios.ts'
import { isSound, resultTable } from '../../../tools/chaos/table.ts'

const sound = { acknowledged: 120, refusedInWords: 3, lost: [], doubled: [], faults: [] }

describe('npm run chaos', () => {
  it('runs all scenarios by default, with a new seed', () => {
    const { names, rounds, seed } = readArguments([], scenarios)
    expect(names).toEqual(Object.keys(scenarios))
    expect(rounds).toBeUndefined()
    expect(seed).toMatch(/^\d+$/)
  })

  it('reads scenarios, rounds and seed', () => {
    const args = ['cut', 'flip', '--rounds', '5', '--seed', 'a b']
    expect(readArguments(args, scenarios)).toEqual({
      names: ['cut', 'flip'],
      rounds: 5,
      seed: 'a b',
    })
  })

  it.each([
    [['cat'], 'There is no scenario “cat”. Scenarios: sqlite, postgres'],
    [['cut', '--rounds', '0'], 'Wrong value “0” of --rounds'],
    [['--round', '1'], 'More: npm run chaos -- --help'],
  ])('refuses %j', (args, words) => {
    const print = vi.spyOn(console, 'error').mockReturnValue()
    vi.spyOn(process, 'exit').mockImplementation(() => {
      throw new Error('exit')
    })
    expect(() => readArguments(args, scenarios)).toThrow('exit')
    expect(print).toHaveBeenCalledWith(expect.stringContaining(words))
  })

  it('prints a table', () => {
    const results = [
      { name: 'sqlite', rounds: 30, seconds: 61.4, findings: sound },
      { name: 'cut', rounds: 100, seconds: 9, findings: { ...sound, lost: ['a', 'b'] } },
    ]
    expect(resultTable(results)).toBe(
      [
        'scenario  rounds  acknowledged  lost  doubled  other faults  refused in words  seconds',
        'sqlite        30           120     0        0             0                 3       61',
        'cut          100           120     2        0             0                 3        9',
      ].join('\n'),
    )
  })

  it.each(['lost', 'doubled', 'faults'] as const)('fails if something is %s', (kind) => {
    expect(isSound(sound)).toBe(true)
    expect(isSound({ ...sound, [kind]: ['tag a'] })).toBe(false)
  })
})
