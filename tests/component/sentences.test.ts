import { afterEach, describe, expect, it } from 'vitest'
import { createApp } from 'vue'

import { useNoticeTexts } from '#src/features/notices/useNoticeTexts.ts'
import type { Notice } from '#src/features/notices/noticeApi.ts'
import { useAccessLabels } from '#src/features/api-tokens/token/useAccessLabels.ts'
import { useExpiryLabels } from '#src/features/api-tokens/token/useExpiryLabels.ts'
import '#src/locales/all.ts'
import { i18n } from '#src/locales/i18n.ts'
import type { Language } from '#src/locales/languages.ts'
import { loadWords } from '#src/locales/loadWords.ts'
import { uniformPermissions } from '#src/shared/access.ts'
import { setBusinessTimeZone } from '#src/ui/lib/businessTime.ts'
import { joinSentences } from '#src/ui/lib/listText.ts'

afterEach(() => {
  i18n.global.locale.value = 'en'
  setBusinessTimeZone('UTC')
})

/** Calls a composable in a component of a page in this language. */
async function inLanguage<Result>(language: Language, compose: () => Result): Promise<Result> {
  await loadWords(language)
  i18n.global.locale.value = language
  return new Promise((resolve) => {
    const app = createApp({
      setup: () => {
        resolve(compose())
        return () => null
      },
    })
    app.use(i18n)
    app.mount(document.createElement('div'))
  })
}

const paused = {
  kind: 'token_changes',
  action: 'paused',
  person: { id: 'usr_robin', name: 'Robin' },
  token: null,
  unconfirmed: null,
  expiresAt: null,
} as const

describe('a notice about several tokens', () => {
  it.each<[Language, number, string]>([
    ['en', 12, 'Robin paused 12 tokens'],
    ['en', 100, 'Robin paused 100 or more tokens'],
    ['de', 12, 'Robin hat 12 Tokens pausiert'],
    ['fr', 100, 'Robin a mis au moins 100 jetons en pause'],
    ['it', 100, 'Robin ha messo in pausa almeno 100 token'],
    ['pl', 3, 'Robin: wstrzymano 3 tokeny'],
    ['pl', 12, 'Robin: wstrzymano 12 tokenów'],
    ['ar', 2, 'إيقاف رمزين مؤقتًا بواسطة Robin'],
    ['ja', 12, 'Robin さんが 12 件のトークンを一時停止しました'],
  ])('in %s is one sentence with the number %i', async (language, count, words) => {
    const { sentence } = await inLanguage(language, useNoticeTexts)
    expect(sentence({ ...paused, count } as unknown as Notice)).toBe(words)
  })
})

describe('the access of a Custom token in one line', () => {
  const permissions = {
    ...uniformPermissions('no_access'),
    sales_orders: 'full_access',
    tickets: 'read_only',
  } as const

  it.each<[Language, string]>([
    ['en', 'Can change Sales Orders, read Tickets'],
    ['de', 'Kann Bestellungen ändern, Tickets lesen'],
    ['es', 'Puede modificar Pedidos de venta y leer Tickets'],
  ])('in %s is one message', async (language, words) => {
    const { brief } = await inLanguage(language, useAccessLabels)
    expect(brief('custom', permissions)).toBe(words)
  })
})

describe('the time zone of the business', () => {
  it.each<[Language, string, string]>([
    ['en', 'Europe/Dublin', 'Ireland Time'],
    ['de', 'Europe/Berlin', 'Mitteleuropäische Zeit'],
    ['fr', 'America/New_York', 'heure de l’Est nord-américain'],
    ['ar', 'Europe/Dublin', 'توقيت أيرلندا'],
    ['ja', 'Europe/Dublin', 'アイルランド時間'],
    ['it', 'UTC', 'Tempo coordinato universale'],
  ])('has a name in %s: %s', async (language, timeZone, name) => {
    setBusinessTimeZone(timeZone)
    const { zone } = await inLanguage(language, useExpiryLabels)
    expect(zone()).toBe(name)
  })
})

it('joins sentences with a space, except in Japanese', () => {
  expect(joinSentences(['One.', 'Two.'], 'pl')).toBe('One. Two.')
  expect(joinSentences(['一。', '二。'], 'ja')).toBe('一。二。')
})

it.each([
  ['en', '9:00 a.m.', 'The old key works until 9:00 a.m.'],
  ['en', '9:00\u202fAM', 'The old key works until 9:00\u202fAM.'],
  ['it', '9:00 p. m.', 'La vecchia chiave funziona fino a 9:00 p. m.'],
] as const)(
  'a time at the end of a sentence has one stop in %s: %s',
  async (language, moment, sentence) => {
    const t = await inLanguage(language, () => i18n.global.t)
    expect(t('replacement.status.ends', { moment })).toBe(sentence)
  },
)
