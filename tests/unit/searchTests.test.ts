import { describe, expect, it } from 'vitest'

import type { Language } from '#src/mock/domain/compareNames.ts'
import { searchTests } from '#src/mock/domain/searchTests.ts'
import { plainText } from '#src/shared/foldText.ts'

function finds(search: string, name: string, language: Language): boolean {
  return searchTests(search, language).every((test) => test(plainText(name)))
}

describe('a search', () => {
  it.each<[string, string]>([
    ['mueller', 'Müller'],
    ['MÜLLER', 'Mueller'],
    ['müller', 'Muller'],
    ['muller', 'Müller'],
    ['Steuerbuero', 'Steuerbüro'],
    ['steuerbüro', 'Steuerbuero'],
    ['Aerzte', 'Ärzte (öffentlich)'],
    ['oeff (', 'Ärzte (öffentlich)'],
    ['strasse', 'Straße'],
    ['a.b', 'x a.b'],
  ])('in German for %j finds %j', (search, name) => {
    expect(finds(search, name, 'de')).toBe(true)
  })

  it.each<[string, string]>([
    ['mueller', 'Mller'],
    ['neue', 'Nu'],
    ['a.be', 'axbe'],
    ['müller', 'Meller'],
  ])('in German for %j does not find %j', (search, name) => {
    expect(finds(search, name, 'de')).toBe(false)
  })

  it('in another language knows no German spelling', () => {
    expect(finds('mueller', 'Müller', 'en')).toBe(false)
    expect(finds('mu.', 'Müller', 'en')).toBe(false)
    expect(finds('muller', 'Müller', 'en')).toBe(true)
  })

  it.each<[string, string]>([
    ['しっぷ', 'シップ倉庫'],
    ['シップ', 'しっぷ'],
    ['ｼｯﾌﾟ', 'シップ'],
    ['がぞう', 'ガゾウ'],
    ['احمد', 'أحمد'],
    ['إدارة', 'اداره'],
    ['مستشفي', 'مستشفى'],
    ['ٱلطلبات', 'الطلبات'],
    ['١٢', 'Till 12'],
  ])('for %j finds %j in every language', (search, name) => {
    for (const language of ['en', 'ar', 'ja'] as const) {
      expect(finds(search, name, language), language).toBe(true)
    }
  })

  it('does not confuse か and が, or two words', () => {
    expect(finds('かぞう', 'ガゾウ', 'ja')).toBe(false)
    expect(finds('نور', 'نار', 'ar')).toBe(false)
  })
})
