import { screen, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { announceChange } from '#src/api/changeNotifications.ts'
import { openApp } from '#src/kit/vitest.ts'

import { startDemoWithTokens } from '../support/demoWithTokens.ts'

/** The names in the list, from top to bottom. */
function names(): (string | null)[] {
  const [table] = screen.queryAllByRole('table')
  return table
    ? within(table)
        .getAllByRole('link')
        .map((link) => link.textContent)
    : []
}

describe('the list of tokens by name', () => {
  it('follows the alphabet of the reader, also after they have chosen another language', async () => {
    const { backend } = await startDemoWithTokens(
      { name: 'Łódź' },
      { name: 'Luz' },
      { name: 'Max' },
    )
    const elsewhere = backend.as('admin')
    const choose = async (language: string) => {
      await elsewhere('PUT', '/api/session/language', { body: { language } })
      announceChange()
    }
    await openApp({ at: '/settings/api-tokens?sort=name', as: 'admin' })
    await expect.poll(names).toEqual(['Łódź', 'Luz', 'Max'])
    await choose('pl')
    await expect.poll(names).toEqual(['Luz', 'Łódź', 'Max'])
    await choose('de')
    await expect.poll(names).toEqual(['Łódź', 'Luz', 'Max'])
    expect(document.documentElement.lang).toBe('de')
  })
})
