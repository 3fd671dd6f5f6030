import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { openApp } from '#src/kit/vitest.ts'

import { click, fill, fillTokenForm, user } from './userActions.ts'

const list = '/settings/api-tokens'

/** Returns the names in the token list, from top to bottom. */
async function names(): Promise<string[]> {
  const table = await screen.findByRole('table', { name: 'API Tokens' })
  return within(table)
    .getAllByRole('link')
    .map((link) => link.textContent)
}

async function expectFocusedHeading(name: string): Promise<void> {
  await waitFor(() => expect(screen.getByRole('heading', { level: 1, name })).toHaveFocus())
}

it('shows an Agent a ticket with its order and the tracking', async () => {
  const { sees } = await openApp({ as: 'agent', at: '/tickets' })
  await click('link', 'One mug arrived broken')
  await sees.heading('One mug arrived broken')
  const messages = screen.getByRole('region', { name: 'Messages' })
  expect(messages).toHaveTextContent('the third has a crack')
  const order = screen.getByRole('region', { name: 'Order' })
  expect(order).toHaveTextContent('NW-1003')
  const tracking = within(order).getByRole('list', { name: 'Tracking' })
  expect(tracking).toHaveTextContent('An Post')
  const link = within(tracking).getByRole('link', { name: 'CE123456785IE' })
  expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'))
})

describe('the details of a token', () => {
  it('can delete the token with unsaved input', async () => {
    const { backend, sees } = await openApp({ scenario: 'just-connected' })
    await click('button', 'Edit')
    await fill('Token Name', 'typed and not saved')
    await click('button', 'Delete token')
    const dialog = await screen.findByRole('dialog', { name: 'Delete ShipFast?' })
    await user.click(within(dialog).getByRole('button', { name: 'Delete token' }))
    await sees.status('ShipFast')
    await sees.text('No API tokens yet')
    expect(location.pathname).toBe(list)
    expect(await backend.tokens()).toEqual([])
  })
})

describe('the form for a new token', () => {
  it('can be left without confirmation if nothing was typed', async () => {
    await openApp({ as: 'admin', at: list })
    await click('link', 'Add a token')
    await click('button', 'Cancel')
    await expectFocusedHeading('API Tokens')
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('asks for confirmation before Back discards the input, and keeps it if the user stays', async () => {
    const { sees } = await openApp({ as: 'admin', at: list })
    await click('link', 'Add a token')
    await fillTokenForm()
    window.history.back()
    await click('button', 'Keep editing')
    await waitFor(() => expect(location.pathname).toBe(`${list}/new`))
    expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue('ShipFast')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    window.history.back()
    await click('button', 'Discard')
    await sees.text('No API tokens yet')
    expect(location.pathname).toBe(list)
  })
})

describe('the header', () => {
  it('names the business, and the account menu shows the email address, the role and the business', async () => {
    await openApp({ as: 'admin', at: '/tickets' })
    const banner = within(await screen.findByRole('banner'))
    expect(await banner.findByText('Northwind Home')).toBeVisible()
    await click('button', 'Account of Alex Morgan')
    const menu = await screen.findByRole('menu', { name: 'Account of Alex Morgan' })
    expect(menu).toHaveAccessibleDescription(
      /^Alex Morgan admin@example.com Admin · ?Northwind Home$/,
    )
    const items = within(menu).getAllByRole('menuitem')
    expect(items.map((item) => item.textContent.trim())).toEqual(['Log out'])
  })

  it('leads to the help pages, and lists the keyboard shortcuts', async () => {
    const { sees } = await openApp({ as: 'agent', at: '/tickets' })
    await click('button', 'Help')
    await click('menuitem', 'API reference')
    await sees.heading('API reference')
    await click('button', 'Help')
    await click('menuitem', 'Keyboard shortcuts')
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await user.keyboard('?')
    await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
  })

  it('marks the chosen appearance', async () => {
    await openApp({ as: 'admin', at: '/tickets' })
    await click('button', 'Appearance: system')
    await click('menuitemradio', 'Dark')
    await click('button', 'Appearance: dark')
    const chosen = await screen.findByRole('menuitemradio', { checked: true })
    expect(chosen).toHaveTextContent('Dark')
  })

  it('lets an Agent request Admin access', async () => {
    const { sees, backend } = await openApp({ as: 'agent', at: '/tickets' })
    await click('button', 'Account of Sam Rivera')
    await click('menuitem', 'Request Admin access')
    await sees.status('Admin access requested')
    const answer = await backend.send({ as: 'admin', method: 'GET', path: '/api/access-requests' })
    expect(answer.body).toMatchObject({ total: 1 })
  })
})

it('shows "Page not found" at an unknown URL, with a link back', async () => {
  const { sees } = await openApp({
    as: 'admin',
    at: '/no/such/page',
    allow: { 'missing-pages': true },
  })
  await sees.heading('Page not found')
  await click('link', 'Back to eDesk')
  await sees.heading('API Tokens')
})

it('links from the token list to the help, and from there to other help pages', async () => {
  const { sees } = await openApp({ as: 'admin', at: list })
  await user.click(await screen.findByText('What is an API token?'))
  await sees.text(/It is a key that unlocks eDesk/)
  await click('link', 'Learn more')
  await expectFocusedHeading('Getting started with the API')
  await click('link', 'What the API is used for')
  await expectFocusedHeading('What the API is used for')
})

it('sorts the list as its URL says', async () => {
  await openApp({ scenario: 'tokens', at: `${list}?sort=-name` })
  const shown = await names()
  expect(shown).toHaveLength(12)
  expect(shown).toEqual(shown.toSorted(new Intl.Collator('en').compare).toReversed())
  const header = screen.getByRole('columnheader', { name: 'Name' })
  expect(header).toHaveAttribute('aria-sort', 'descending')
})
