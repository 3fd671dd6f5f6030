import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { foldText, plainText, searchWords } from '#src/shared/foldText.ts'

describe('a text for comparison', () => {
  it.each([
    [' Ship\n\u1680FAST ', 'ship fast'],
    ['\u2800a\u00a0\u2800b', 'a b'],
    ['CAFE\u200b\u0301', 'café'],
    ['℠', 'sm'],
    ['  Ship   FAST ', 'ship fast'],
  ])('%j becomes %j', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it('is the same for ASCII beside other characters as alone', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        expect(foldText(`${text} é`)).toBe(`${foldText(text)} é`.trimStart())
      }),
    )
  })
})

describe('a text for the search', () => {
  it.each([
    ['Décathlon', 'decathlon'],
    ['ŁÓDŹ', 'lodz'],
    ['Øresund Ærø', 'oresund aero'],
    ['Œuvre', 'oeuvre'],
    ['Straße, STRASSE', 'strasse, strasse'],
    ['Đà Nẵng', 'da nang'],
    ['İstanbul ılıca', 'istanbul ilica'],
    ['Þórður', 'thordur'],
    ['Ħamrun Ŧ Ŋ', 'hamrun t n'],
    ['ΆΣΩΣ ᾳ', 'ασωσ αι'],
    ['Ёлка', 'елка'],
    ['أحمد محمّد', 'احمد محمد'],
    ['שָׁלוֹם', 'שלום'],
    ['O’Neil – “Ship”', 'o\'neil - "ship"'],
    ['Till ١٢ and ７', 'till 12 and 7'],
    ['がぎ', 'がぎ'],
    ['ガゾウ ｶﾞｿﾞｳ ヴヽ', 'がぞう がぞう ゔゝ'],
    ['إدارة مستشفى ٱلآن', 'اداره مستشفي الان'],
    ['हिन्दी', 'हिन्दी'],
    ['한국', '한국'],
    ['e\u0301\u0302', 'e'],
  ])('%j becomes %j', (text, plain) => {
    expect(plainText(text)).toBe(plain)
    expect(plainText(plain)).toBe(plain)
  })

  it('has words without spaces', () => {
    expect(searchWords('  Décathlon\u00a0 returns\n')).toEqual(['decathlon', 'returns'])
    expect(searchWords(' \u200b\u2800 ')).toEqual([])
  })
})
