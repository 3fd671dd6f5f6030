import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { changes, openReplacePage, submit as replace } from './replacePage.ts'
import { edit, openDetails, save } from './tokenDetailsPage.ts'
import { choose as chooseLevel, nameField, openForm, submit } from './tokenFormPage.ts'
import { click, expectStatus, fill, user } from './userActions.ts'

const group = () => within(screen.getByRole('radiogroup', { name: 'Allowed addresses' }))
const list = (options = {}) => screen.findByRole('textbox', { name: 'Addresses', ...options })

async function limit(text: string): Promise<HTMLElement> {
  await user.click(group().getByRole('radio', { name: 'Only these addresses' }))
  const field = await list()
  await fill(field, text)
  return field
}

/** Leaves the field, as with the Tab key. */
async function leave(): Promise<void> {
  await user.tab()
}

describe('the allowed addresses of a new token', () => {
  it('are anywhere, unless the user limits them', async () => {
    const { backend, creations } = await openForm()
    expect(group().getByRole('radio', { name: 'Anywhere' })).toBeChecked()
    expect(screen.queryByRole('textbox', { name: 'Addresses' })).not.toBeInTheDocument()
    await fill(nameField(), 'ShipFast')
    await chooseLevel('Read-only')
    await submit()
    await waitFor(() => expect(creations()).toBe(1))
    const admin = backend.as('admin')
    await waitFor(async () =>
      expect((await admin('GET', '/api/tokens')).body).toMatchObject({
        items: [{ name: 'ShipFast', allowedAddresses: [] }],
      }),
    )
  })

  it('are tidied when the user leaves the field, and sent in their canonical form', async () => {
    const { backend } = await openForm()
    await fill(nameField(), 'ShipFast')
    await chooseLevel('Read-only')
    const field = await limit('203.0.113.7/24, 2001:DB8::1')
    await leave()
    await waitFor(() => expect(field).toHaveValue('203.0.113.0/24\n2001:db8::1'))
    await submit()
    const admin = backend.as('admin')
    await waitFor(async () =>
      expect((await admin('GET', '/api/tokens')).body).toMatchObject({
        items: [{ name: 'ShipFast', allowedAddresses: ['203.0.113.0/24', '2001:db8::1'] }],
      }),
    )
  })

  it('are checked while the user types, but not the one that is being typed', async () => {
    await openForm()
    const field = await limit('203.0.113.7\nser')
    expect(field).not.toHaveAttribute('aria-invalid')
    await user.type(field, 'ver\n198')
    await list({ description: 'Line 2: “server” is not an IP address or a range.' })
    await leave()
    await list({ description: /Line 2: .* Line 3: “198” is not an IP address or a range\./ })
    expect(field).toHaveAttribute('aria-invalid', 'true')
  })

  it('are shown as wrong at once if they are pasted', async () => {
    await openForm()
    const field = await limit('')
    await user.click(field)
    await user.paste('010.0.0.1 fe80::1%eth0 203.0.113.0/33 server')
    await list({ description: /has leading zeros.*has a zone.*after the slash.*1 more/ })
  })

  it('are required with "Only these addresses", and nothing is sent without them', async () => {
    const { creations } = await openForm()
    await fill(nameField(), 'ShipFast')
    await chooseLevel('Read-only')
    const field = await limit('')
    await submit()
    await list({ description: 'Enter at least one address, or choose Anywhere.' })
    expect(field).toHaveFocus()
    await fill(field, 'server')
    await submit()
    await list({ description: 'Line 1: “server” is not an IP address or a range.' })
    expect(creations()).toBe(0)
    await user.click(group().getByRole('radio', { name: 'Anywhere' }))
    await submit()
    await waitFor(() => expect(creations()).toBe(1))
  })

  it('are remarked on if they are private, wide, doubled or contained, and then sent', async () => {
    const { creations } = await openForm()
    await fill(nameField(), 'ShipFast')
    await chooseLevel('Read-only')
    await limit('192.168.0.1\n203.0.113.0/24\n203.0.113.7')
    expect(await screen.findByText(/private address: 192\.168\.0\.1/)).toBeVisible()
    expect(screen.getByText('203.0.113.7 is already part of 203.0.113.0/24.')).toBeVisible()
    await submit()
    await waitFor(() => expect(creations()).toBe(1))
  })

  it('stay typed if the user looks at the other choice', async () => {
    await openForm()
    await limit('203.0.113.7')
    await user.click(group().getByRole('radio', { name: 'Anywhere' }))
    await user.click(group().getByRole('radio', { name: 'Only these addresses' }))
    expect(await list()).toHaveValue('203.0.113.7')
  })
})

describe('the allowed addresses of a token', () => {
  it('are shown on its details, and can be changed there', async () => {
    const { read } = await openDetails()
    const general = screen.getByRole('region', { name: 'General' })
    expect(within(general).getByText('Anywhere')).toBeVisible()
    await edit()
    await limit('203.0.113.7')
    await save()
    await expectStatus('Saved: ShipFast')
    expect(await screen.findByText('203.0.113.7')).toBeVisible()
    expect(await read()).toMatchObject({ allowedAddresses: ['203.0.113.7'] })
    await edit()
    expect(await list()).toHaveValue('203.0.113.7')
    await user.click(group().getByRole('radio', { name: 'Anywhere' }))
    await save()
    await waitFor(async () => expect(await read()).toMatchObject({ allowedAddresses: [] }))
  })

  it('are not sent if only a text has changed', async () => {
    const { backend, read } = await openDetails({ allowedAddresses: ['203.0.113.7'] })
    await edit()
    await list()
    await fill(nameField(), 'ShipFaster')
    await save()
    await expectStatus('Saved: ShipFaster')
    expect(await read()).toMatchObject({ allowedAddresses: ['203.0.113.7'] })
    expect(backend.requests.filter((request) => request.startsWith('PATCH'))).toHaveLength(1)
  })

  it('are compared if another Admin has changed them too', async () => {
    const { read, changeElsewhere } = await openDetails({ allowedAddresses: ['203.0.113.7'] })
    await edit()
    await changeElsewhere({ allowedAddresses: ['192.0.2.1'] })
    await fill(await list(), '198.51.100.1')
    await save()
    const dialog = within(await screen.findByRole('dialog', { name: /changed this token/ }))
    expect(dialog.getByText('192.0.2.1')).toBeVisible()
    expect(dialog.getByText('198.51.100.1')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Keep theirs' }))
    expect(await screen.findByText('192.0.2.1')).toBeVisible()
    expect(await read()).toMatchObject({ allowedAddresses: ['192.0.2.1'] })
  })

  it('can be those that the token was used from with success', async () => {
    const { key, read: token, demo } = await openDetails()
    // The token may only read: a refused request may be that of a stranger.
    const refused = { method: 'POST', path: '/v1/tags', body: { name: 'New' } }
    const read = { method: 'GET', path: '/v1/whoami' }
    await demo.send({ key, address: '192.0.2.66', ...refused })
    await demo.send({ key, address: '203.0.113.7', ...read })
    await demo.send({ key, address: '2001:db8::7', ...read })
    await edit()
    await limit('203.0.113.7')
    await click('button', 'Use the addresses it was used from')
    expect(await list()).toHaveValue('203.0.113.7\n2001:db8::7')
    expect(
      screen.queryByRole('button', { name: 'Use the addresses it was used from' }),
    ).not.toBeInTheDocument()
    await save()
    await waitFor(async () =>
      expect(await token()).toMatchObject({ allowedAddresses: ['203.0.113.7', '2001:db8::7'] }),
    )
  })

  it('go over to its replacement, where they can be changed', async () => {
    const { backend } = await openReplacePage({ allowedAddresses: ['203.0.113.7'] })
    const field = await list()
    expect(field).toHaveValue('203.0.113.7')
    await fill(field, '')
    await replace()
    await list({ description: 'Enter at least one address, or choose Anywhere.' })
    await fill(field, '203.0.113.0/24 192.0.2.1')
    expect(changes()).toContain('Works from: 1 address → 2 addresses')
    await replace()
    await screen.findByRole('heading', { level: 1, name: /key/ })
    expect((await backend.as('admin')('GET', '/api/tokens')).body).toMatchObject({
      items: [{ name: 'ShipFast', allowedAddresses: ['203.0.113.0/24', '192.0.2.1'] }],
    })
  })
})
