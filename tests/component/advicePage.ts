import { screen, within } from '@testing-library/dom'

import { permissions } from '#src/kit/builders.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'
import { msPerDay } from '#src/shared/time.ts'

import { createToken } from '../support/tokens.ts'

/** The address of the page with the advice. */
export const advicePath = '/settings/api-tokens/advice'

/** Starts a backend with three 61 days old tokens: ShipFast only reads, Reports is always refused, Backup is unused. */
export async function afterTwoMonths() {
  const { backend, demo } = await startBackend()
  const admin = backend.as('robin.field@example.com')
  const shipFast = await createToken(admin, {
    name: 'ShipFast',
    accessLevel: 'custom',
    permissions: permissions({
      sales_orders: 'full_access',
      contacts: 'full_access',
      tickets: 'read_only',
    }),
  })
  const reports = await createToken(admin, {
    name: 'Reports',
    accessLevel: 'custom',
    permissions: permissions({ users: 'read_only' }),
  })
  const backup = await createToken(admin, { name: 'Backup' })
  await demo.setView({ advance: 61 * msPerDay })

  async function send(key: string | null, path: string): Promise<void> {
    await backend.as('nobody')('GET', path, { headers: { Authorization: `Bearer ${key ?? ''}` } })
  }
  await send(shipFast.body.key, '/v1/sales-orders')
  await send(shipFast.body.key, '/v1/contacts')
  await send(reports.body.key, '/v1/tickets')
  return {
    backend,
    demo,
    ids: {
      shipFast: shipFast.body.token.id,
      reports: reports.body.token.id,
      backup: backup.body.token.id,
    },
  }
}

/** Starts a backend with many tokens that were never used in 61 days. */
export async function startWithUnused(count: number) {
  const { backend, demo } = await startBackend()
  const admin = backend.as('robin.field@example.com')
  for (let number = 1; number <= count; number += 1) {
    await createToken(admin, { name: `Backup ${number}` })
  }
  await demo.setView({ advance: 61 * msPerDay })
}

/** Opens the page with the advice about these tokens. */
export async function openAdvice() {
  const started = await afterTwoMonths()
  return { ...started, ...(await openApp({ at: advicePath, as: 'admin' })) }
}

/** Waits for the list of a group. */
export const group = (name: string) => screen.findByRole('list', { name })

/** Waits for the row of a token in a group. */
export async function adviceRow(groupName: string, tokenName: string) {
  const link = await within(await group(groupName)).findByRole('link', { name: tokenName })
  const row = link.closest('li')
  if (!row) throw new Error(`The link ${tokenName} is in no row`)
  return row
}

/** The headings of the groups, with their numbers. */
export const groupHeadings = () =>
  screen
    .getAllByRole('heading', { level: 2 })
    .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
