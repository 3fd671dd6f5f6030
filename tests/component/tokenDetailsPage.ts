import { screen } from '@testing-library/dom'

import type { components } from '#src/api/generated/schema.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { createToken } from '../support/tokens.ts'
import { click } from './userActions.ts'

/** Opens the details of the token ShipFast as an Admin. Another Admin can change the token meanwhile. */
export async function openDetails(wanted: Parameters<typeof createToken>[1] = {}) {
  const { backend, demo } = await startBackend()
  const otherAdmin = backend.as('robin.field@example.com')
  const { token, key } = (await createToken(otherAdmin, { name: 'ShipFast', ...wanted })).body
  const { id } = token
  const resource = `/api/tokens/${id}`
  await openApp({ at: `/settings/api-tokens/${id}`, as: 'admin' })
  await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
  return {
    id,
    key: key ?? '',
    backend,
    demo,
    read: async () => (await otherAdmin('GET', resource)).body,
    deleteElsewhere: () => otherAdmin('DELETE', resource),
    changeElsewhere: (body: components['schemas']['TokenChange']) =>
      otherAdmin('PATCH', resource, { headers: { 'If-Match': '*' }, body }),
  }
}

export const nameField = (options = {}) =>
  screen.getByRole('textbox', { name: 'Token Name', ...options })
export const descriptionField = () => screen.getByRole('textbox', { name: 'Token Description' })

export const edit = () => click('button', 'Edit')

export async function save(): Promise<void> {
  await click('button', 'Save changes')
}
