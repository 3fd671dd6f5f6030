import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { click, expectStatus, user } from './userActions.ts'

type Token = components['schemas']['Token']

const sentence = 'ShipFast was used from a new address, 192.0.2.66, by curl'

/** Starts the scenario in which a stranger uses ShipFast's key. */
async function start() {
  const { backend, demo } = await startBackend({ scenario: 'new-place', as: 'admin' })
  const admin = backend.as('admin')
  const tokens = (await demo.records('tokens')) as { id: string; name: string }[]
  const id = tokens.find(({ name }) => name === 'ShipFast')?.id ?? ''
  const path = `/settings/api-tokens/${id}`
  return {
    backend,
    path,
    stored: async () => (await admin('GET', `/api/tokens/${id}`)).body as Token,
    /** Opens the notices on another page, and returns the one of the new address. */
    openNotice: async () => {
      await openApp({ at: '/settings/users' })
      await click('button', /^Notices/)
      const link = await screen.findByRole('link', { name: sentence })
      const item = link.closest('li')
      if (!item) throw new Error('The notice is in no list')
      return { link, buttons: within(item) }
    },
  }
}

describe('a token that was used from a new address', () => {
  it('takes three clicks from the notice to a key that is limited to the earlier addresses', async () => {
    const { openNotice, stored } = await start()
    const { link } = await openNotice()
    await user.click(link)
    await click('button', 'Limit to earlier addresses')
    const field = await screen.findByRole('textbox', { name: 'Addresses' })
    await waitFor(() => expect(field).toHaveValue('198.51.100.20'))
    await waitFor(() => expect(field).toHaveFocus())
    await screen.findByText(/It was used from these addresses before/)
    await click('button', 'Save changes')
    await expectStatus('Saved: ShipFast')
    expect((await stored()).allowedAddresses).toEqual(['198.51.100.20'])
    await waitFor(() => expect(screen.queryByText(sentence)).not.toBeInTheDocument())
    expect(screen.getByRole('button', { name: 'Edit' })).toHaveFocus()
  })

  it('can be confirmed on its page, and the notice disappears', async () => {
    const { path, stored } = await start()
    await openApp({ at: path })
    await screen.findByText(sentence)
    await click('button', 'That is right')
    await expectStatus('Confirmed. You won’t be told about this use of ShipFast again.')
    await waitFor(() => expect(screen.queryByText(sentence)).not.toBeInTheDocument())
    expect((await stored()).places.unconfirmed).toBeNull()
    await click('button', /^Notices/)
    await screen.findByRole('list', { name: 'Notices' })
    expect(screen.queryByRole('link', { name: sentence })).not.toBeInTheDocument()
  })

  it('can be confirmed in the notice, and the focus stays in the panel', async () => {
    const { openNotice, stored } = await start()
    const { buttons, link } = await openNotice()
    await user.click(buttons.getByRole('button', { name: 'That is right' }))
    await waitFor(() => expect(link).not.toBeInTheDocument())
    expect(screen.getByRole('dialog', { name: 'Notices' })).toHaveFocus()
    expect((await stored()).places.unconfirmed).toBeNull()
  })

  it('can be paused from the notice', async () => {
    const { openNotice, path, stored } = await start()
    const { buttons } = await openNotice()
    await user.click(buttons.getByRole('button', { name: 'Pause token' }))
    const dialog = await screen.findByRole('dialog', { name: 'Pause ShipFast?' })
    expect(location.pathname + location.search).toBe(path)
    await user.click(within(dialog).getByRole('button', { name: 'Pause token' }))
    await screen.findByRole('button', { name: 'Resume token' })
    expect((await stored()).status).toBe('paused')
  })

  it('can be replaced from the notice', async () => {
    const { openNotice } = await start()
    const { buttons } = await openNotice()
    await user.click(buttons.getByRole('button', { name: 'Replace token' }))
    await screen.findByRole('heading', { level: 1, name: 'Replace ShipFast' })
  })

  it('keeps what the user typed in the form, and adds the earlier addresses', async () => {
    const { path } = await start()
    await openApp({ at: path })
    await click('button', 'Edit')
    const name = await screen.findByRole('textbox', { name: 'Token Name' })
    await user.type(name, ' EU')
    await click('button', 'Limit to earlier addresses')
    const field = await screen.findByRole('textbox', { name: 'Addresses' })
    await waitFor(() => expect(field).toHaveValue('198.51.100.20'))
    expect(name).toHaveValue('ShipFast EU')
  })

  it('marks the address in the places', async () => {
    const { path } = await start()
    await openApp({ at: `${path}/requests` })
    const table = await screen.findByRole('table', { name: 'Used from' })
    const rows = within(table).getAllByRole('row')
    const texts = rows.slice(1).map((row) => within(row).getAllByRole('cell')[0]?.textContent)
    expect(texts.map((text) => text?.trim())).toEqual(['198.51.100.20', '192.0.2.66New'])
  })

  it('is in the activity, without a user', async () => {
    await start()
    await openApp({ at: '/settings/api-tokens/activity?action=new_address' })
    const table = await screen.findByRole('table', { name: 'Activity' })
    const row = within(table).getByRole('row', { name: /Used from a new address/ })
    expect(row).toHaveTextContent('API request')
    expect(row).toHaveTextContent('Address: 192.0.2.66')
    expect(row).toHaveTextContent('Program: curl')
  })

  it('stays so if the confirmation fails', async () => {
    const { backend, path } = await start()
    backend.network.use(http.post('*/places/confirm', () => HttpResponse.error()))
    await openApp({ at: path })
    await click('button', 'That is right')
    expect(await screen.findByRole('alert')).toHaveTextContent('could not be reached')
    screen.getByText(sentence)
  })
})
