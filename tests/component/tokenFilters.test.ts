import { screen, waitFor } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { openApp, startBackend } from '#src/kit/vitest.ts'
import { startWithTokens } from '../support/startWithTokens.ts'
import { generate } from '../support/tokens.ts'
import {
  address,
  box,
  button,
  choose,
  names,
  startWithManyTokens,
  shows,
} from './tokenListQueries.ts'
import { fill, user } from './userActions.ts'

describe('the search in the list', () => {
  it('shows the matching tokens and their number after a pause in typing, and is in the URL', async () => {
    await startWithTokens({ name: 'ShipFast' }, { name: 'Reports', description: 'of ships' })
    await openApp({ at: address, as: 'admin' })
    await shows('Reports', 'ShipFast')
    expect(screen.queryByText(/tokens? fits?/)).not.toBeInTheDocument()
    const field = screen.getByRole('searchbox', { name: 'Search tokens' })
    await fill(field, 'SHIPF')
    await shows('ShipFast')
    expect(location.search).toBe('?search=SHIPF')
    expect(screen.getByText('1 token fits')).toHaveAttribute('aria-live', 'polite')
    expect(field).toHaveFocus()
    await user.click(button('Remove filter: “SHIPF”'))
    await shows('Reports', 'ShipFast')
    expect(field).toHaveValue('')
    await waitFor(() => expect(location.search).toBe(''))
  })

  it('has an empty state for no results, which can clear the search', async () => {
    await startWithTokens({ name: 'ShipFast' })
    await openApp({ at: `${address}?search=nobody&access=custom`, as: 'admin' })
    await screen.findByRole('heading', { name: 'No token fits' })
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
    const { backend, demo } = await startWithTokens(
      { name: 'Reads' },
      { name: 'Writes', accessLevel: 'full_access' },
    )
    await demo.setView({ now: '2026-11-24T10:00:00Z' })
    await generate(backend.as('robin.field@example.com'), { name: 'By Robin' })
    await openApp({ at: address, as: 'admin' })
    await shows('By Robin', 'Writes', 'Reads')
    expect(screen.queryByRole('group', { name: 'Filters' })).not.toBeInTheDocument()
    expect(button('Filters')).toHaveAttribute('aria-expanded', 'false')
    await user.click(button('Filters'))
    await screen.findByRole('group', { name: 'Filters' })
    choose('Access', 'read_only')
    await shows('By Robin', 'Reads')
    await screen.findByRole('option', { name: 'Robin Field' })
    choose('Made by', 'usr_robin')
    await shows('By Robin')
    await user.click(box('Never used'))
    choose('Status', 'active')
    choose('Not used for', '30')
    await screen.findByRole('heading', { name: 'No token fits' })
    const shared = '?access=read_only&status=active&madeBy=usr_robin&neverUsed=true&unusedFor=30'
    await waitFor(() => expect(location.search).toBe(shared))
    await user.click(button('Remove filter: Not used for 30 days'))
    await shows('By Robin')
    expect(button('Remove filter: Never used')).toHaveFocus()
    expect(button('Remove filter: Made by Robin Field')).toBeDefined()
  })

  it('accept other numbers in the URL, and ignore invalid values', async () => {
    await startWithTokens({ name: 'ShipFast' })
    await openApp({ at: `${address}?unusedFor=45&status=gone&page=none`, as: 'admin' })
    expect(await screen.findByRole('button', { name: /Not used for 45 days/ })).toBeVisible()
    await user.click(button('Filters'))
    expect(await screen.findByRole('combobox', { name: 'Not used for' })).toHaveValue('45')
    expect(screen.getByRole('combobox', { name: 'Status' })).toHaveValue('')
  })
})

describe('the columns for status and expiration', () => {
  it('show the status and the expiration of each token, and sort by them', async () => {
    const { backend } = await startWithTokens({ name: 'Late' }, { name: 'Soon' }, { name: 'Never' })
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
