import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { connect, ship } from '../support/shippingApp.ts'
import { tabTo } from '../support/tabTo.ts'
import { expectAlert, expectHeading, expectStatus } from '../support/userActions.ts'

const at = '/apps/shipping'
const fullAccess = { features: { 'Sales Orders': 'Full Access' } } as const
const parcel = '00340434161094042557'

describe('the shipping application', () => {
  it('explains the refusal of a Read-only key, keeps the input, and links to the token', async () => {
    const { backend, wrapper } = await openApp({ scenario: 'refused', at })
    await connect(await backend.keyOf('ShipFast'))
    await ship()
    await expectAlert('This needs Full Access to Sales Orders')
    await expect.element(page.getByRole('textbox', { name: 'Tracking number' })).toHaveValue(parcel)
    const requests = page.getByRole('region', { name: 'Requests' }).getByRole('listitem')
    await expect.element(requests.first()).toMatchTextContent('403')
    const link = page.getByRole('alert').getByRole('link', { name: /^API Tokens in eDesk/ })
    await expect.element(link).toHaveAttribute('target', '_blank')

    await wrapper.vm.$router.push(link.element().getAttribute('href') ?? '')
    const token = page
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: 'ShipFast' }) })
    await expect.element(token).toMatchTextContent('Read-only')
  })

  it('explains the refusal of an unknown key, and of a key whose token was deleted', async () => {
    const { backend } = await openApp({ at })
    await connect(`edesk_${'a'.repeat(36)}`)
    await expectAlert('does not know this key')
    await expect.element(page.getByRole('table')).not.toBeInTheDocument()

    const { id, key } = await backend.addToken(fullAccess)
    await connect(key)
    await expectStatus('Connected as')
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
    await backend.send({ as: 'admin', method: 'DELETE', path: `/api/tokens/${id}` })
    await ship()
    await expectAlert('does not know this key')
  })

  it('ships an order by keyboard alone', async () => {
    const { backend } = await openApp({ at })
    const { key } = await backend.addToken(fullAccess)
    await expectHeading('Ship your eDesk orders')

    await userEvent.keyboard('{Tab}')
    await expect.element(page.getByRole('link', { name: 'Skip to main content' })).toHaveFocus()
    await userEvent.keyboard('{Enter}{Tab}')
    await expect.element(page.getByRole('textbox', { name: 'API key' })).toHaveFocus()
    await userEvent.keyboard(key)
    await userEvent.keyboard('{Enter}')
    await expectStatus('Connected as')
    const shipButton = page.getByRole('button', { name: 'Ship NW-1001' })
    await expect.element(shipButton).toBeVisible()
    await tabTo(shipButton)
    await userEvent.keyboard(' ')
    const carrier = page.getByRole('combobox', { name: 'Carrier' })
    await expect.element(carrier).toHaveFocus()
    await userEvent.keyboard('{Enter}{Escape}Royal')
    await expect.element(carrier).toHaveValue('Royal Mail')
    await userEvent.keyboard('{Tab}RM123456785GB{Enter}')
    await expectStatus('Sent to eDesk: NW-1001 with Royal Mail')
    await expect.element(page.getByRole('heading', { name: 'Orders to ship' })).toHaveFocus()
  })
})
