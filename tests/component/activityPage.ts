import { fireEvent, screen, within } from '@testing-library/dom'

import { permissions } from '#src/kit/builders.ts'
import { startBackend } from '#src/kit/vitest.ts'

import { createToken } from '../support/tokens.ts'

export const address = '/settings/api-tokens/activity'
export const table = () => screen.findByRole('table', { name: 'Activity' })

/** Returns the texts of the cells in each row, without the time. */
export async function rows(): Promise<string[][]> {
  const all = within(await table())
    .getAllByRole('row')
    .slice(1)
  return all.map((row) =>
    within(row)
      .getAllByRole('cell')
      .slice(1)
      .map((cell) => textOf(cell)),
  )
}

function textOf(cell: HTMLElement): string {
  const items = cell.querySelectorAll('li')
  const parts = items.length > 0 ? [...items] : [cell]
  return parts.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | ')
}

/** Starts a backend in which two Admins have created, changed, paused and replaced a token. */
export async function startWithActivity() {
  const { backend, demo } = await startBackend()
  const alex = backend.as('admin')
  const robin = backend.as('robin.field@example.com')
  const minute = (number: number) =>
    demo.setView({ now: new Date(Date.UTC(2026, 10, 24, 9, number)).toISOString() })
  await minute(0)
  const created = await createToken(alex, {
    accessLevel: 'custom',
    permissions: permissions({ sales_orders: 'read_only', tickets: 'full_access' }),
    expiresAt: null,
  })
  const { id } = created.body.token
  const path = `/api/tokens/${id}`
  const change = (body: object) => alex('PATCH', path, { body, headers: { 'If-Match': '*' } })
  await minute(1)
  await change({ name: 'ShipFast EU', description: 'Sends tracking codes' })
  await minute(2)
  await change({ expiresAt: '2026-12-24T09:00:00Z' })
  await minute(3)
  await robin('POST', `${path}/pause`)
  await minute(4)
  await robin('POST', `${path}/replacement`, {
    body: {
      accessLevel: 'custom',
      permissions: permissions({ sales_orders: 'full_access' }),
      keepOldKey: 'none',
      expiresAt: null,
    },
    headers: { 'Idempotency-Key': 'a-replacement' },
  })
  return { backend, demo, alex, robin, old: id }
}

/** Chooses an option of a select. */
export function choose(label: string, value: string): void {
  fireEvent.change(screen.getByRole('combobox', { name: label }), { target: { value } })
}

/** For an element that must exist. */
export function fail(): never {
  throw new Error('There is no such element')
}
