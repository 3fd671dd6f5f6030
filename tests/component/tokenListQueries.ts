import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { expect } from 'vitest'

import { startDemoWithTokens } from '../support/demoWithTokens.ts'

export const address = '/settings/api-tokens'

/** Starts a backend with this number of tokens: "Token 1", "Token 2"… */
export async function startWithManyTokens(count: number) {
  const { backend, demo } = await startDemoWithTokens({ name: 'Token 1' })
  await backend.storage.write(async (db) => {
    const [token] = await db.all('tokens')
    if (!token) return
    const copies = Array.from({ length: count - 1 }, (_, index) => ({
      ...token,
      id: `tok_${index + 2}`,
      name: `Token ${index + 2}`,
      nameKey: `token${index + 2}`,
      keyHash: String(index),
      keyEnding: String(index).padStart(4, '0'),
      lastAnsweredAt: index < 2 ? token.createdAt : null,
    }))
    await db.putAll('tokens', copies)
  })
  return { backend, demo }
}

export async function names(): Promise<(string | null)[]> {
  const list = await screen.findByRole('table', { name: 'API Tokens' })
  return within(list)
    .getAllByRole('link')
    .map((link) => link.textContent)
}

export const shows = (...wanted: string[]) =>
  waitFor(async () => expect(await names()).toEqual(wanted))

export function choose(label: string, value: string): void {
  fireEvent.change(screen.getByRole('combobox', { name: label }), { target: { value } })
}

export const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name })
export const toolbar = async () =>
  within(await screen.findByRole('toolbar', { name: 'Selected tokens' }))
export const button = (name: string) => screen.getByRole('button', { name })
