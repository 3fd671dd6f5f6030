import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { permissions } from '../kit/builders.ts'
import { generate } from '../unit/backend.ts'
import { press } from './hands.ts'
import { openApp, startService } from './openApp.ts'

const days = (count: number) => count * 86_400_000

/** Three tokens, 61 days later: ShipFast has only read orders, Reports was only refused, nobody has used Backup. */
async function afterTwoMonths() {
  const service = await startService()
  const admin = await service.as('otherAdmin')
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
  await service.control.setView({ advance: days(61) })

  async function ask(key: string | null, path: string): Promise<void> {
    await service.nobody('GET', path, { headers: { Authorization: `Bearer ${key ?? ''}` } })
  }
  await ask(shipFast.body.key, '/v1/sales-orders')
  await ask(shipFast.body.key, '/v1/contacts')
  await ask(reports.body.key, '/v1/tickets')
  return {
    ...service,
    ids: {
      shipFast: shipFast.body.token.id,
      reports: reports.body.token.id,
      backup: backup.body.token.id,
    },
  }
}

const region = () => screen.findByRole('region', { name: 'Advice' })

describe('the details of a token', () => {
  it('say which permissions it does not need, and prepare a replacement without them', async () => {
    const { ids, requests } = await afterTwoMonths()
    await openApp(`/settings/api-tokens/${ids.shipFast}`, 'admin')
    const advice = within(await region())
    advice.getByText(
      'ShipFast has never written to Sales Orders and Contacts: replace it with Read Only.',
    )
    advice.getByText('ShipFast has never used Tickets: replace it with No Access.')
    press(advice.getByRole('link', { name: 'Prepare a replacement' }))
    await screen.findByRole('heading', { level: 1, name: 'Replace ShipFast' })
    expect(screen.getByRole('region', { name: 'New access' }).textContent).toContain(
      'Can read Sales Orders and Contacts. Nothing else.',
    )
    screen.getByText('Loses: change Sales Orders and Contacts; read Tickets.')
    // Nothing changes by itself.
    expect(requests.filter((sent) => !sent.startsWith('GET'))).toEqual([])
  })

  it('say that everything was refused, and that nobody uses it', async () => {
    const { ids } = await afterTwoMonths()
    const router = await openApp(`/settings/api-tokens/${ids.reports}`, 'admin')
    await within(await region()).findByText(/^Reports has asked .* nothing of it was done/)
    await router.push(`/settings/api-tokens/${ids.backup}`)
    await screen.findByRole('heading', { level: 1, name: 'Backup' })
    within(await region()).getByText(/^Nobody has ever used Backup\./)
    expect(screen.queryByRole('link', { name: 'Prepare a replacement' })).toBeNull()
  })

  it('say nothing of a young token, nor where advice cannot be had', async () => {
    const { control, ids, network, as, requests } = await afterTwoMonths()
    const young = await generate(await as('otherAdmin'), { name: 'Young' })
    const router = await openApp(`/settings/api-tokens/${young.body.token.id}`, 'admin')
    const asked = () => requests.filter((sent) => sent.endsWith('/advice')).length
    await waitFor(() => expect(asked()).toBe(1))
    expect(screen.queryByRole('region', { name: 'Advice' })).toBeNull()
    network.use(http.get('*/advice', () => HttpResponse.json({}, { status: 503 })))
    await router.push(`/settings/api-tokens/${ids.shipFast}`)
    await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
    expect(screen.queryByRole('region', { name: 'Advice' })).toBeNull()
    await control.state()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('the advice about all tokens', () => {
  it('is one link away from the list: those in use first, each with its way', async () => {
    await afterTwoMonths()
    await openApp('/settings/api-tokens', 'admin')
    press(await screen.findByRole('link', { name: 'Advice' }))
    await screen.findByRole('heading', { level: 1, name: 'Advice' })
    const list = within(await screen.findByRole('list', { name: 'Advice' }))
    const names = list.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
    expect(names.toSorted()).toEqual(['Backup', 'Reports', 'ShipFast'])
    expect(names.at(-1)).toBe('Backup')
    press(list.getByRole('link', { name: 'Prepare a replacement for ShipFast' }))
    await screen.findByRole('heading', { level: 1, name: 'Replace ShipFast' })
  })

  it('says that there is none', async () => {
    await startService()
    await openApp('/settings/api-tokens/advice', 'admin')
    await screen.findByRole('heading', { name: 'No advice' })
  })

  it('says where it cannot be had, and asks again', async () => {
    const { network } = await startService()
    network.use(
      http.get('*/api/advice', () => HttpResponse.json({}, { status: 503 }), { once: true }),
    )
    await openApp('/settings/api-tokens/advice', 'admin')
    press(await screen.findByRole('button', { name: 'Retry' }))
    await screen.findByRole('heading', { name: 'No advice' })
  })
})
