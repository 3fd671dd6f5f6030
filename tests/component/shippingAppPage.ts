import { screen } from '@testing-library/dom'
import { HttpResponse } from 'msw'

import { permissions } from '#src/kit/builders.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { createToken } from '../support/tokens.ts'
import { click, fill } from './userActions.ts'

export type Wanted = Parameters<typeof createToken>[1]
const fullAccess: Wanted = {
  accessLevel: 'custom',
  permissions: permissions({ sales_orders: 'full_access' }),
}

/** Opens the shipping application without a session in eDesk, and creates a key for it. */
export async function openShippingApp(wanted: Wanted = fullAccess) {
  const { backend, demo } = await startBackend()
  const { key } = (await createToken(backend.as('admin'), { name: 'ShipFast', ...wanted })).body
  if (key === null) throw new Error('Expected a key in the response')
  await openApp({ at: '/apps/shipping' })
  await screen.findByRole('heading', { level: 1, name: 'Ship your eDesk orders' })
  return { backend, demo, key }
}

export const keyField = () => screen.getByRole('textbox', { name: 'API key' })
export const status = () => screen.getByRole('status').textContent
export const requestLog = () => screen.getByRole('region', { name: 'Requests' })

export async function connectWith(key: string): Promise<void> {
  await fill(keyField(), key)
  await click('button', 'Connect')
}

export async function connect(wanted?: Wanted) {
  const opened = await openShippingApp(wanted)
  await connectWith(opened.key)
  await screen.findByRole('table', { name: 'Orders to ship' })
  return opened
}

export async function fillParcel(order: string, carrier: string, code: string) {
  await click('button', `Ship ${order}`)
  const fields = {
    carrier: await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Carrier' }),
    code: screen.getByRole<HTMLInputElement>('textbox', { name: 'Tracking number' }),
  }
  fields.carrier.value = carrier
  fields.carrier.dispatchEvent(new Event('change'))
  await fill(fields.code, code)
  return fields
}

export const send = () => click('button', 'Send to eDesk')

/** Returns the numbers of the listed orders, from top to bottom. */
export function numbers(): string[] {
  const buttons = screen.queryAllByRole('button', { name: /^Ship / })
  return buttons.map(({ textContent }) => textContent.trim().replace('Ship ', ''))
}

export function refusal(status: number, details: unknown, headers: Record<string, string> = {}) {
  const error = { httpCode: status, message: 'Refused', details }
  return HttpResponse.json({ error }, { status, headers })
}
