import { screen, waitFor } from '@testing-library/dom'
import { afterEach, describe, expect, it } from 'vitest'

import { referenceOperations } from '#src/api/generated/reference.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'
import { isolate } from '#src/ui/lib/isolate.ts'
import { showLanguage } from '#src/ui/lib/language.ts'

afterEach(() => showLanguage('en'))

/** Returns the languages of the elements of the page with exactly this text, by the nearest `lang`. */
function languagesOf(text: string): (string | null | undefined)[] {
  const main = screen.getByRole('main')
  const found: (string | null | undefined)[] = []
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode
    if (textContent?.trim() === text) {
      found.push(parentElement?.closest('[lang]')?.getAttribute('lang'))
    }
  }
  return [...new Set(found)]
}

async function firstInTable(): Promise<string> {
  await waitFor(() => expect(document.querySelector('td bdi')).not.toBeNull())
  return document.querySelector('td bdi')?.textContent ?? ''
}

describe('on a German page', () => {
  it('what somebody has typed is in an unknown language', async () => {
    await startBackend({ scenario: 'tokens', as: 'admin' })
    const { wrapper } = await openApp({ at: '/settings/api-tokens' })
    await showLanguage('de')
    const link = await screen.findByRole('link', { name: 'ShipFast' })
    expect(languagesOf('ShipFast')).toEqual([''])
    expect(languagesOf('API-Tokens')).toEqual(['de'])
    await wrapper.vm.$router.push(link.getAttribute('href') ?? '')
    await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
    expect(languagesOf('ShipFast')).toEqual([''])
    await wrapper.vm.$router.push('/settings/users')
    expect(languagesOf(await firstInTable())).toEqual([''])
  })

  it('a ticket is in an unknown language', async () => {
    const { wrapper } = await openApp({ scenario: 'tokens', as: 'admin', at: '/tickets' })
    await showLanguage('de')
    await screen.findByRole('heading', { level: 1 })
    const subject = await firstInTable()
    expect(languagesOf(subject)).toEqual([''])
    const href = screen.getByRole('link', { name: subject }).getAttribute('href') ?? ''
    await wrapper.vm.$router.push(href)
    await screen.findByRole('heading', { level: 1, name: subject })
    expect(languagesOf(subject)).toEqual([''])
    const messages = [...document.querySelectorAll('.message__body')]
    expect(messages.length).toBeGreaterThan(0)
    for (const message of messages) {
      expect([message.getAttribute('lang'), message.getAttribute('dir')]).toEqual(['', 'auto'])
    }
  })

  it('the texts of the contract are in English', async () => {
    await openApp({ as: 'admin', at: '/help/api' })
    await showLanguage('de')
    await screen.findByRole('heading', { level: 1 })
    for (const { summary } of referenceOperations) {
      expect([summary, languagesOf(summary)]).toEqual([summary, ['en']])
    }
  })
})

describe('a name in a sentence', () => {
  it('is isolated on a page from right to left', async () => {
    expect(isolate('ShipFast!')).toBe('ShipFast!')
    await showLanguage('ar')
    expect(isolate('ShipFast!')).toBe('\u2068ShipFast!\u2069')
  })
})
