import { screen, waitFor, within } from '@testing-library/dom'
import { expect } from 'vitest'

import { keyOf } from '#src/mock/scenarios/demoKeys.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { createToken } from '../support/tokens.ts'
import { fill, user } from './userActions.ts'

export const strange = keyOf('many', 'Nobody’s')
export const mistyped = `${strange.slice(0, -1)}${strange.endsWith('a') ? 'b' : 'a'}`

/** Opens the page "Found a key?". The business has the tokens ShipFast and Ledgerly. */
export async function openPage() {
  const { backend, demo } = await startBackend()
  const admin = backend.as('admin')
  const shipFast = await createToken(admin, { name: 'ShipFast', accessLevel: 'full_access' })
  const ledgerly = await createToken(admin, { name: 'Ledgerly' })
  const { key, token } = shipFast.body
  const { key: otherKey } = ledgerly.body
  if (key === null || otherKey === null) throw new Error('Expected a key in the response')
  const { router, goTo } = await openApp({ at: '/settings/api-tokens/found', as: 'admin' })
  await screen.findByRole('heading', { level: 1, name: 'Found a key?' })
  return { backend, demo, router, goTo, admin, key, otherKey, token }
}

export const field = () =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text that contains a key' })
export const lookButton = () => screen.getByRole('button', { name: 'Look for keys' })

export async function look(text: string): Promise<void> {
  await fill(field(), text)
  await user.click(lookButton())
}

/** Waits for the heading of the results, and for its focus. */
export async function results(name: string | RegExp): Promise<HTMLElement> {
  const heading = await screen.findByRole('heading', { level: 2, name })
  await waitFor(() => expect(heading).toHaveFocus())
  return heading
}

export async function partOf(tokenName: string) {
  const heading = await screen.findByRole('heading', { level: 3, name: tokenName })
  const part = heading.closest('li')
  if (!part) throw new Error(`Expected ${tokenName} in a list`)
  return within(part)
}

export async function told(words: string): Promise<void> {
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(words))
}

/** Creates the data of a paste or drop event. */
export function transfer(text: string, files: File[] = []) {
  return { files, types: files.length > 0 ? ['Files'] : ['text/plain'], getData: () => text }
}
