import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { permissions } from '#src/kit/builders.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'
import { msPerDay } from '#src/shared/time.ts'
import { generate } from '../support/tokens.ts'
import { click, user } from './userActions.ts'

const days = (count: number) => count * msPerDay

/** Starts a backend with three 61 days old tokens: ShipFast only reads, Reports is always refused, Backup is unused. */
async function afterTwoMonths() {
  const { backend, demo } = await startBackend()
  const admin = backend.as('robin.field@example.com')
  const shipFast = await generate(admin, {
    name: 'ShipFast',
    accessLevel: 'custom',
    permissions: permissions({
      sales_orders: 'full_access',
      contacts: 'full_access',
      tickets: 'read_only',
    }),
  })
  const reports = await generate(admin, {
    name: 'Reports',
    accessLevel: 'custom',
    permissions: permissions({ users: 'read_only' }),
  })
  const backup = await generate(admin, { name: 'Backup' })
  await demo.setView({ advance: days(61) })

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

const region = () => screen.findByRole('region', { name: 'Advice' })

describe('the details of a token', () => {
  it('show which permissions are unused, and prepare a replacement without them', async () => {
    const { ids, backend } = await afterTwoMonths()
    await openApp({ at: `/settings/api-tokens/${ids.shipFast}`, as: 'admin' })
    const advice = within(await region())
    advice.getByText(
      'ShipFast has never written to Sales Orders and Contacts: replace it with Read Only.',
    )
    advice.getByText('ShipFast has never used Tickets: replace it with No Access.')
    await user.click(advice.getByRole('link', { name: 'Prepare a replacement' }))
    await screen.findByRole('heading', { level: 1, name: 'Replace ShipFast' })
    expect(screen.getByRole('region', { name: 'New access' })).toHaveTextContent(
      'Can read Sales Orders and Contacts. Nothing else.',
    )
    screen.getByText('Loses: change Sales Orders and Contacts; read Tickets.')
    // The page must not change anything by itself.
    expect(backend.requests.filter((sent) => !sent.startsWith('GET'))).toEqual([])
  })

  it('show that all requests were refused, or that the token is unused', async () => {
    const { ids } = await afterTwoMonths()
    const { router } = await openApp({ at: `/settings/api-tokens/${ids.reports}`, as: 'admin' })
    await within(await region()).findByText(/^Reports has asked .* nothing of it was done/)
    await router.push(`/settings/api-tokens/${ids.backup}`)
    await screen.findByRole('heading', { level: 1, name: 'Backup' })
    within(await region()).getByText(/^Nobody has ever used Backup\./)
    expect(screen.queryByRole('link', { name: 'Prepare a replacement' })).not.toBeInTheDocument()
  })

  it('show no advice for a new token, or if the advice cannot be loaded', async () => {
    const { demo, ids, backend } = await afterTwoMonths()
    const young = await generate(backend.as('robin.field@example.com'), { name: 'Young' })
    const { router } = await openApp({
      at: `/settings/api-tokens/${young.body.token.id}`,
      as: 'admin',
    })
    const requestCount = () => backend.requests.filter((sent) => sent.endsWith('/advice')).length
    await waitFor(() => expect(requestCount()).toBe(1))
    expect(screen.queryByRole('region', { name: 'Advice' })).not.toBeInTheDocument()
    backend.network.use(http.get('*/advice', () => HttpResponse.json({}, { status: 503 })))
    await router.push(`/settings/api-tokens/${ids.shipFast}`)
    await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
    expect(screen.queryByRole('region', { name: 'Advice' })).not.toBeInTheDocument()
    await demo.state()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })
})

describe('the advice about all tokens', () => {
  it('is linked from the list, and shows used tokens first, each with its action', async () => {
    await afterTwoMonths()
    await openApp({ at: '/settings/api-tokens', as: 'admin' })
    await click('link', 'Advice')
    await screen.findByRole('heading', { level: 1, name: 'Advice' })
    const list = within(await screen.findByRole('list', { name: 'Advice' }))
    const names = list.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
    expect(names.toSorted()).toEqual(['Backup', 'Reports', 'ShipFast'])
    expect(names.at(-1)).toBe('Backup')
    await user.click(list.getByRole('link', { name: 'Prepare a replacement for ShipFast' }))
    await screen.findByRole('heading', { level: 1, name: 'Replace ShipFast' })
  })

  it('says if there is none', async () => {
    await startBackend()
    await openApp({ at: '/settings/api-tokens/advice', as: 'admin' })
    await screen.findByRole('heading', { name: 'No advice' })
  })

  it('can be loaded again after a failure', async () => {
    const { backend } = await startBackend()
    backend.network.use(
      http.get('*/api/advice', () => HttpResponse.json({}, { status: 503 }), { once: true }),
    )
    await openApp({ at: '/settings/api-tokens/advice', as: 'admin' })
    await click('button', 'Retry')
    await screen.findByRole('heading', { name: 'No advice' })
  })
})
