import { describe, expect, it } from 'vitest'

import { sourceOf } from '#src/kit/words/expressions.ts'
import { wordsIn } from '#src/kit/words/wordsOf.ts'
import { languages } from '#src/locales/languages.ts'

const english = wordsIn('en')
const arabic = wordsIn('ar')

describe('the words of a language', () => {
  it('have each message, with its values', () => {
    expect(english.text('tokenList.add')).toBe('Add a token')
    expect(wordsIn('de').text('tokenList.add')).toBe('Token hinzufügen')
    expect(english.text('lifecycle.deletion.title', { name: 'ShipFast' })).toBe('Delete ShipFast?')
    expect(english.describe('button', 'tokenList.batch.delete.confirm')).toBe(
      'button "Delete … tokens"',
    )
  })

  it('name an element exactly, unless its text varies', () => {
    expect(english.named('tokenList.add')).toEqual({ name: 'Add a token', exact: true })
    const { name } = english.named('tokenList.select', { name: 'ShipFast' })
    expect(name).toBe('Select ShipFast')
    expect(english.named('tokenList.select').name).toEqual(/^(?:Select\s+.+)$/)
    expect(english.named(['lifecycle.pause', 'lifecycle.resume']).name).toEqual(
      /^(?:Pause\s+token|Resume\s+token)$/,
    )
  })

  it.each(languages)('match a message with any number, and not another one, in %s', (language) => {
    const words = wordsIn(language)
    const pattern = words.pattern('tokenList.batch.delete.confirm')
    for (const count of [1, 2, 3, 12, 100]) {
      expect(words.text('tokenList.batch.delete.confirm', { count })).toMatch(pattern)
      expect(words.text('tokenList.batch.pause.confirm', { count })).not.toMatch(pattern)
    }
    expect(words.text('lifecycle.deletion.title', { name: 'ShipFast' })).not.toMatch(pattern)
  })

  it('take the plural form of a number, in groups of digits', () => {
    const { name } = arabic.named('tokenList.found', { count: 12_345 })
    const shown = (count: number) =>
      arabic.text('tokenList.found', { count }).replace(String(count), count.toLocaleString('ar'))
    expect(shown(12_345)).toContain('12,345')
    expect(shown(12_345)).toMatch(name)
    expect(shown(12_346)).not.toMatch(name)
    expect(arabic.text('tokenList.found', { count: 2 })).not.toMatch(
      arabic.named('tokenList.found', { count: 5 }).name,
    )
    expect(english.text('tokenList.found', { count: 0 })).toBe('0 tokens')
    expect(english.text('tokenList.found', { count: 1 })).toBe('1 token')
    expect(english.text('tokenList.days', { count: 1 })).toBe('1 day')
    expect(english.text('tokenList.days', { count: 7 })).toBe('7 days')
  })

  it('match a name with a number after it', () => {
    const { name } = wordsIn('fr').counted('tokenList.filters.name')
    expect('Filtres').toMatch(name)
    expect('Filtres (2)').toMatch(name)
    expect('Filtres 1\u202F234').toMatch(name)
    expect('Filtres actifs').not.toMatch(name)
  })

  it('match a text that the page isolates because of its direction controls', () => {
    const { name } = english.named('tokenList.select', { name: 'a\u202Eb' })
    expect('Select \u2068a\u202Eb\u2069').toMatch(name)
    expect('Select a\u202Eb').toMatch(name)
    expect('Select ab').not.toMatch(name)
  })

  it('match a text that the page isolates because its direction is another one', () => {
    const { name } = arabic.named('tokenList.select', { name: 'ShipFast' })
    expect('تحديد \u2068ShipFast\u2069').toMatch(name)
    expect('تحديد ShipFast').toMatch(name)
    expect('تحديد \u2068ShipFast Pro\u2069').not.toMatch(name)
  })

  it('name the language and the key of a message that does not exist', () => {
    expect(() => arabic.text('tokenList.nothing' as 'tokenList.add')).toThrow(
      'The language "ar" has no message "tokenList.nothing".',
    )
  })
})

it('literal texts of a message are no placeholders, and no expressions', () => {
  const expression = new RegExp(`^${sourceOf("{name}{'@'}eDesk (a|b)", { name: 'ship+fast' })}$`)
  expect('ship+fast@eDesk (a|b)').toMatch(expression)
  expect('shippfast@eDesk (a|b)').not.toMatch(expression)
})
