import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { languageValues } from '#src/api/generated/values.ts'
import { compareNamesIn, type Language } from '#src/mock/domain/compareNames.ts'

describe('the order of names in a language', () => {
  it.each<[Language, string[]]>([
    ['en', ['Lars', 'Łódź', 'Luz', 'Ñandú 10', 'Nota 9', 'Nota 10', 'Nz']],
    ['de', ['Arzt', 'Ärzte', 'Azubi', 'Łódź', 'Luz', 'Straße', 'Strasst']],
    ['es', ['Nota 2', 'Nota 10', 'Nz', 'Ñandú', 'Oca']],
    ['pl', ['Az', 'Ąb', 'Bz', 'Cz', 'Ćma', 'Luz', 'Łódź', 'Oz', 'Ósmy', 'Zz', 'Źrebak', 'Żaba']],
    ['ar', ['10', 'أحمد', 'باب', 'ياسر', 'Apple', 'Zebra']],
    ['ja', ['2', '10', 'Zebra', 'あさひ', 'カメラ', 'さくら', '亜鉛', '倉庫']],
  ])('is as people expect: %s', (language, names) => {
    expect(names.toReversed().sort(compareNamesIn(language))).toEqual(names)
  })

  it('is that of Intl.Collator in every language', () => {
    const part = fc.constantFrom(
      ...'a B z é n Ñ ñ l Ł ł ź ż ó ą ć s ś か ア 仓 ا ب ي ω п'.split(' '),
      ...['7', '09', '12', ' ', '-', '_', '.'],
    )
    const name = fc.array(part, { maxLength: 5 }).map((parts) => parts.join('').trim())
    fc.assert(
      fc.property(fc.constantFrom(...languageValues), name, name, (language, one, other) => {
        // In the languages along the index, names that differ only in case or accents are equal.
        const hasIndex = ['en', 'de', 'fr', 'it'].includes(language)
        const collator = new Intl.Collator(language, {
          numeric: true,
          sensitivity: hasIndex ? 'base' : 'variant',
        })
        const order = Math.sign(compareNamesIn(language)(one, other))
        expect(order).toBe(Math.sign(collator.compare(one, other)))
      }),
      { numRuns: 5000 },
    )
  })
})
