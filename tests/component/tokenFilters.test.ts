import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { openApp, startBackend } from '#src/kit/vitest.ts'

import { startDemoWithTokens } from '../support/demoWithTokens.ts'
import { createToken } from '../support/tokens.ts'
import { address, button, choose, names, startWithManyTokens, shows } from './tokenListQueries.ts'
import { fill, user } from './userActions.ts'

describe('the search in the list', () => {
  it('shows the matching tokens and their number after a pause in typing, and is in the URL', async () => {
    await startDemoWithTokens({ name: 'ShipFast' }, { name: 'Reports', description: 'of ships' })
    await openApp({ at: address, as: 'admin' })
    await shows('Reports', 'ShipFast')
    expect(screen.queryByText(/^\d+ tokens?$/)).not.toBeInTheDocument()
    const field = screen.getByRole('searchbox', { name: 'Search tokens' })
    await fill(field, 'SHIPF')
    await shows('ShipFast')
    expect(location.search).toBe('?search=SHIPF')
    expect(screen.getByText('1 token')).toHaveAttribute('aria-live', 'polite')
    expect(field).toHaveFocus()
    await user.click(button('Remove filter: “SHIPF”'))
    await shows('Reports', 'ShipFast')
    expect(field).toHaveValue('')
    await waitFor(() => expect(location.search).toBe(''))
  })

  it('has an empty state for no results, which can clear the search', async () => {
    await startDemoWithTokens({ name: 'ShipFast' })
    await openApp({ at: `${address}?search=nobody&access=custom`, as: 'admin' })
    await screen.findByRole('heading', { name: 'No matching tokens' })
    expect(screen.getAllByText(/No matching tokens/)).toHaveLength(1)
    expect(screen.queryByText('No API tokens yet')).not.toBeInTheDocument()
    expect(screen.getByRole('searchbox')).toHaveValue('nobody')
    await user.click(
      screen.getAllByRole('button', { name: 'Clear search and filters' }).at(-1) ?? fail(),
    )
    await shows('ShipFast')
    expect(location.search).toBe('')
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  })

  it('is hidden if there are no tokens', async () => {
    await startBackend()
    await openApp({ at: address, as: 'admin' })
    await screen.findByText('No API tokens yet')
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Filters' })).not.toBeInTheDocument()
  })
})

describe('the filters of the list', () => {
  it('open with a button, apply immediately, and can be shared as a URL', async () => {
    const { backend, demo } = await startDemoWithTokens(
      { name: 'Reads' },
      { name: 'Writes', accessLevel: 'full_access' },
    )
    await demo.setView({ now: '2026-11-24T10:00:00Z' })
    await createToken(backend.as('robin.field@example.com'), { name: 'By Robin' })
    await openApp({ at: address, as: 'admin' })
    await shows('By Robin', 'Writes', 'Reads')
    expect(screen.queryByRole('group', { name: 'Filters' })).not.toBeInTheDocument()
    expect(button('Filters')).toHaveAttribute('aria-expanded', 'false')
    await user.click(button('Filters'))
    await screen.findByRole('group', { name: 'Filters' })
    choose('Access', 'read_only')
    await shows('By Robin', 'Reads')
    await screen.findByRole('option', { name: 'Robin Field' })
    choose('Created by', 'usr_robin')
    await shows('By Robin')
    choose('Not used for', 'never')
    await screen.findByRole('button', { name: 'Remove filter: Never used' })
    expect(button('Filters (3)')).toHaveAttribute('aria-expanded', 'true')
    choose('Status', 'active')
    choose('Not used for', '30')
    await screen.findByRole('heading', { name: 'No matching tokens' })
    const shared = '?access=read_only&status=active&madeBy=usr_robin&unusedFor=30'
    await waitFor(() => expect(location.search).toBe(shared))
    await user.click(button('Remove filter: Not used for 30 days'))
    await shows('By Robin')
    expect(button('Remove filter: Created by Robin Field')).toHaveFocus()
  })

  it('close with Escape, with a click elsewhere, and when the focus leaves them', async () => {
    await startDemoWithTokens({ name: 'ShipFast' })
    await openApp({ at: address, as: 'admin' })
    await shows('ShipFast')
    const open = async () => {
      await user.click(button('Filters'))
      return screen.findByRole('combobox', { name: 'Access' })
    }
    const isClosed = () =>
      waitFor(() => expect(screen.queryByRole('combobox', { name: 'Access' })).toBeNull())
    await user.click(await open())
    await user.keyboard('{Escape}')
    await isClosed()
    expect(button('Filters')).toHaveFocus()
    await open()
    await user.click(screen.getByRole('heading', { level: 1 }))
    await isClosed()
    await open()
    button('Export CSV').focus()
    await isClosed()
  })

  it('accept other numbers in the URL, and ignore invalid values', async () => {
    await startDemoWithTokens({ name: 'ShipFast' })
    await openApp({ at: `${address}?unusedFor=45&status=gone&page=none`, as: 'admin' })
    expect(await screen.findByRole('button', { name: /Not used for 45 days/ })).toBeVisible()
    await user.click(button('Filters (1)'))
    expect(await screen.findByRole('combobox', { name: 'Not used for' })).toHaveValue('45')
    expect(screen.getByRole('combobox', { name: 'Status' })).toHaveValue('')
  })
})

describe('the quick filters of the list', () => {
  it('have the number of their tokens, filter the list, and can be taken back', async () => {
    const { backend } = await startDemoWithTokens(
      { name: 'Late' },
      { name: 'Soon' },
      { name: 'Fails' },
    )
    await backend.storage.write(async (db) => {
      for (const token of await db.all('tokens')) {
        const expiresAt = token.name === 'Soon' ? '2026-11-27T09:00:00.000Z' : null
        await db.put('tokens', { ...token, expiresAt })
      }
    })
    await openApp({ at: address, as: 'admin' })
    await names()
    const group = within(screen.getByRole('group', { name: 'Quick filters' }))
    expect(
      group
        .getAllByRole('button')
        .map(({ textContent }) => textContent.trim().replaceAll(/\s+/g, ' ')),
    ).toEqual(['Unused 0', 'Expiring 1', 'Failing 0'])
    const expiring = group.getByRole('button', { name: 'Expiring 1' })
    expect(expiring).toHaveAttribute('aria-pressed', 'false')
    await user.click(expiring)
    await shows('Soon')
    expect(location.search).toBe('?expiring=14')
    expect(expiring).toHaveAttribute('aria-pressed', 'true')
    expect(expiring).toHaveTextContent('Expiring 1')
    await user.click(group.getByRole('button', { name: 'Failing 0' }))
    await screen.findByRole('heading', { name: 'No matching tokens' })
    expect(location.search).toBe('?status=failing&expiring=14')
    await user.click(group.getByRole('button', { name: 'Failing 0' }))
    await user.click(expiring)
    await waitFor(() => expect(location.search).toBe(''))
    await waitFor(async () => expect(await names()).toHaveLength(3))
  })
})

describe('the columns for status and expiration', () => {
  it('show the status and the expiration of each token, and sort by them', async () => {
    const { backend } = await startDemoWithTokens(
      { name: 'Late' },
      { name: 'Soon' },
      { name: 'Never' },
    )
    await backend.storage.write(async (db) => {
      const lastDays = { Late: '2027-11-24', Soon: '2026-11-27', Never: null }
      for (const token of await db.all('tokens')) {
        const day = lastDays[token.name as keyof typeof lastDays]
        await db.put('tokens', { ...token, expiresAt: day && `${day}T09:00:00.000Z` })
      }
    })
    await openApp({ at: address, as: 'admin' })
    await names()
    await user.click(button('Expires'))
    await shows('Soon', 'Late', 'Never')
    const cells = screen.getAllByRole('row').slice(1)
    expect(cells[0]?.textContent).toContain('Expiring soon')
    expect(cells[0]?.textContent).toContain('in 3 days')
    expect(cells[2]?.textContent).toContain('Active')
    await user.click(button('Last used'))
    await waitFor(() => expect(location.search).toBe('?sort=-lastUsedAt'))
  })
})

describe('a page of the list', () => {
  it('shows 25, 50 or 100 tokens', async () => {
    await startWithManyTokens(60)
    await openApp({ at: address, as: 'admin' })
    expect(await names()).toHaveLength(25)
    choose('Tokens per page', '50')
    await waitFor(async () => expect(await names()).toHaveLength(50))
    expect(location.search).toBe('?pageSize=50')
    choose('Tokens per page', '100')
    await waitFor(async () => expect(await names()).toHaveLength(60))
    expect(screen.queryByRole('navigation', { name: 'Pages' })).not.toBeInTheDocument()
  })
})

function fail(): never {
  throw new Error('Expected this button')
}
