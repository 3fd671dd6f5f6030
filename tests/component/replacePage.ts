import { screen, within } from '@testing-library/dom'

import type { components } from '#src/api/generated/schema.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { createToken } from '../support/tokens.ts'
import { click } from './userActions.ts'

type TokenList = components['schemas']['TokenList']

export const lostResponse = {
  operation: 'replaceToken',
  what: 'lost-after-commit',
  when: { nth: 1 },
} as const

/** Opens the page that replaces the token ShipFast as an Admin. Another Admin can change the token meanwhile. */
export async function openReplacePage(wanted: Parameters<typeof createToken>[1] = {}, query = '') {
  const { backend, demo } = await startBackend()
  const otherAdmin = backend.as('robin.field@example.com')
  const { token, key } = (await createToken(otherAdmin, { name: 'ShipFast', ...wanted })).body
  const resource = `/api/tokens/${token.id}`
  const { router } = await openApp({
    at: `/settings/api-tokens/${token.id}/replace${query}`,
    as: 'admin',
  })
  await screen.findByRole('heading', { level: 1, name: 'Replace ShipFast' })
  return {
    backend,
    demo,
    router,
    token,
    oldKey: key ?? '',
    deleteElsewhere: () => otherAdmin('DELETE', resource),
    replaceElsewhere: () =>
      otherAdmin('POST', `${resource}/replacement`, {
        headers: { 'Idempotency-Key': 'somebody-else' },
        body: { accessLevel: 'read_only', keepOldKey: 'day' },
      }),
    allTokens: async () => {
      const { items } = (await otherAdmin('GET', '/api/tokens')).body as TokenList
      return items.flatMap((item) => [item, ...item.oldKeys])
    },
    works: async (someKey: string) => {
      const headers = { Authorization: `Bearer ${someKey}` }
      return (await backend.as('nobody')('GET', '/v1/whoami', { headers })).status === 200
    },
    sent: () => backend.requests.filter((sent) => sent.endsWith('/replacement')).length,
  }
}

export const levels = () => within(screen.getByRole('radiogroup', { name: 'Select Access Level' }))
export const keeping = () => within(screen.getByRole('radiogroup', { name: 'Keep the old key' }))
export const changes = () =>
  within(screen.getByRole('list', { name: 'What changes' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent.trim())

/** Unfolds the access. */
export async function changeAccess(): Promise<void> {
  await click('button', 'Change access')
  await screen.findByRole('radiogroup', { name: 'Select Access Level' })
}

export async function submit(): Promise<void> {
  await click('button', 'Generate new key')
}

export async function newKey(): Promise<string> {
  await screen.findByRole('heading', { level: 1, name: 'Copy your API key' })
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'API key' })
  return field.value
}
