import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { permissions } from '#src/kit/builders.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { startDemoWithTokens } from '../support/demoWithTokens.ts'
import { click, user } from './userActions.ts'

const address = '/settings/api-tokens'

const table = () => screen.findByRole('table', { name: 'API Tokens' })

/** Returns the names in the list, from top to bottom. */
async function names(): Promise<(string | null)[]> {
  const links = within(await table()).getAllByRole('link')
  return links.map((link) => link.textContent)
}

async function cell(token: string, column: string): Promise<HTMLElement> {
  const list = within(await table())
  const headers = list.getAllByRole('columnheader')
  const position = headers.indexOf(list.getByRole('columnheader', { name: column }))
  const row = list.getByRole('link', { name: token }).closest('tr')
  const found = row?.cells[position]
  if (!found) throw new Error(`No cell ${column} for ${token}`)
  return found
}

async function openMenu(token: string): Promise<HTMLElement> {
  await click('button', `Actions for ${token}`)
  return screen.findByRole('menuitem', { name: 'Delete token' })
}

async function askToDelete(token: string) {
  await user.click(await openMenu(token))
  return within(await screen.findByRole('dialog', { name: `Delete ${token}?` }))
}

describe('the list of tokens', () => {
  it('is marked as busy while it loads, and links to the form if it is empty', async () => {
    const { backend } = await startBackend()
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>()
    backend.network.use(http.get('*/api/tokens', () => held))
    await openApp({ at: address, as: 'admin' })
    const loading = await screen.findByText('Loading…')
    expect(loading.closest('[aria-busy="true"]')).not.toBeNull()
    expect(screen.queryByText('No API tokens yet')).not.toBeInTheDocument()
    release(undefined)
    await screen.findByRole('heading', { name: 'No API tokens yet' })
    expect(screen.queryByText('Loading…')).not.toBeInTheDocument()
    expect(document.querySelector('[aria-busy="true"]')).toBeNull()
    expect(screen.queryByRole('table')).not.toBeInTheDocument()
    await click('link', 'Add a token')
    await screen.findByRole('heading', { level: 1, name: 'Add a token' })
  })

  it('has a row for each token with its link, access, last use, creation and actions', async () => {
    await startDemoWithTokens(
      { name: 'Reports', description: 'Reads the figures', accessLevel: 'read_only' },
      { name: 'ShipFast', accessLevel: 'full_access' },
      {
        name: 'Ledger',
        accessLevel: 'custom',
        permissions: permissions({ tickets: 'full_access', users: 'read_only' }),
      },
    )
    await openApp({ at: address, as: 'admin' })
    expect(await names()).toEqual(['Ledger', 'ShipFast', 'Reports'])
    expect((await cell('Reports', 'Access')).textContent).toMatch(/^Read-only/)
    expect((await cell('ShipFast', 'Access')).textContent).toMatch(/^Full Access/)
    expect((await cell('Ledger', 'Access')).textContent.trim().replaceAll(/\s+/g, ' ')).toMatch(
      /^Custom Tickets \(full\), Users$/,
    )
    expect(await cell('Reports', 'Name')).toHaveTextContent('Reads the figures')
    expect((await cell('Reports', 'Last used')).textContent).toBe('Never used')
    expect(
      within(await cell('Reports', 'Created')).getByRole('tooltip', { hidden: true }).textContent,
    ).toMatch(/, by Alex Morgan$/)
    expect(screen.getByRole('link', { name: 'Add a token' })).toBeVisible()
    await click('link', 'ShipFast')
    await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
  })

  it('shows how long ago a token was used', async () => {
    const { backend } = await startDemoWithTokens({ name: 'ShipFast' })
    const lastAnsweredAt = '2026-11-24T06:30:00.000Z'
    await backend.storage.write(async (db) => {
      const [token] = await db.list('tokens', 'byName', { equals: ['biz_northwind'] })
      if (token) await db.put('tokens', { ...token, lastAnsweredAt })
    })
    await openApp({ at: address, as: 'admin' })
    expect(await cell('ShipFast', 'Last used')).toHaveTextContent('2 hours ago')
  })

  it('is sorted with the buttons in the column headers, and the order is in the URL', async () => {
    await startDemoWithTokens({ name: 'b' }, { name: 'C' }, { name: 'a' })
    await openApp({ at: address, as: 'admin' })
    expect(await names()).toEqual(['a', 'C', 'b'])
    const header = (name: string) => screen.getByRole('columnheader', { name })
    expect(header('Created')).not.toHaveAttribute('aria-sort')

    await click('button', 'Name')
    await waitFor(async () => expect(await names()).toEqual(['a', 'b', 'C']))
    expect(location.search).toBe('?sort=name')
    expect(header('Name')).toHaveAttribute('aria-sort', 'ascending')
    expect(header('Created').getAttribute('aria-sort')).toBeNull()

    await click('button', 'Name')
    await waitFor(async () => expect(await names()).toEqual(['C', 'b', 'a']))
    expect(location.search).toBe('?sort=-name')
    expect(header('Name')).toHaveAttribute('aria-sort', 'descending')

    await click('button', 'Name')
    await waitFor(async () => expect(await names()).toEqual(['a', 'C', 'b']))
    await waitFor(() => expect(location.search).toBe(''))
  })

  it('is sorted with a select where rows are cards', async () => {
    await startDemoWithTokens({ name: 'b' }, { name: 'a' })
    await openApp({ at: address, as: 'admin' })
    const select = await screen.findByRole('combobox', { name: 'Sort' })
    expect(select).toHaveDisplayValue('Needs attention')
    await user.selectOptions(select, 'Name, A to Z')
    await waitFor(async () => expect(await names()).toEqual(['a', 'b']))
    expect(location.search).toBe('?sort=name')
    await click('button', 'Name')
    expect(await screen.findByRole('combobox', { name: 'Sort' })).toHaveDisplayValue('Name, Z to A')
  })

  it('shows a refusal that is newer than the last use, as the usual case if the token is paused', async () => {
    const { backend } = await startDemoWithTokens({ name: 'Refused' }, { name: 'Paused' })
    await backend.storage.write(async (db) => {
      for (const token of await db.all('tokens')) {
        const pausedAt = token.name === 'Paused' ? '2026-11-20T09:00:00.000Z' : null
        await db.put('tokens', {
          ...token,
          pausedAt,
          lastAnsweredAt: '2026-11-20T06:30:00.000Z',
          lastRefusedAt: '2026-11-24T06:30:00.000Z',
        })
      }
    })
    await openApp({ at: address, as: 'admin' })
    for (const name of ['Refused', 'Paused']) {
      const { textContent } = await cell(name, 'Last used')
      expect(textContent).toMatch(/^4 days ago.*Refused 2 hr\. ago/)
    }
    const expected = (name: string) =>
      cell(name, 'Last used').then((found) => found.querySelector('.last-refusal--expected'))
    expect(await expected('Refused')).toBeNull()
    expect(await expected('Paused')).not.toBeNull()
  })

  it('marks Full Access that never expires', async () => {
    await startDemoWithTokens(
      { name: 'Everything', accessLevel: 'full_access', expiresAt: null },
      { name: 'Reads', accessLevel: 'read_only', expiresAt: null },
    )
    await openApp({ at: address, as: 'admin' })
    const mark = (found: HTMLElement) =>
      within(found).queryByRole('img', { name: 'Full Access that never expires' })
    expect(mark(await cell('Everything', 'Expires'))).toBeInTheDocument()
    expect(mark(await cell('Reads', 'Expires'))).not.toBeInTheDocument()
  })

  it('has pages of 25 tokens, and the page is in the URL', async () => {
    const wanted = Array.from({ length: 26 }, (_, position) => ({ name: `Token ${position + 1}` }))
    await startDemoWithTokens(...wanted)
    await openApp({ at: address, as: 'admin' })
    expect(await names()).toHaveLength(25)
    const pages = within(screen.getByRole('navigation', { name: 'Pages' }))
    expect(pages.getByText('1–25 of 26')).toBeVisible()
    expect(pages.queryByRole('link', { name: 'Previous' })).not.toBeInTheDocument()
    await user.click(pages.getByRole('link', { name: 'Next' }))
    await waitFor(async () => expect(await names()).toEqual(['Token 1']))
    expect(location.search).toBe('?page=2')
    expect(pages.getByText('26–26 of 26')).toBeVisible()
    expect(pages.queryByRole('link', { name: 'Next' })).not.toBeInTheDocument()
    await user.click(pages.getByRole('link', { name: 'Previous' }))
    await waitFor(async () => expect(await names()).toHaveLength(25))
  })

  it('shows the last page if the URL has a page beyond the end', async () => {
    await startDemoWithTokens({ name: 'ShipFast' })
    await openApp({ at: `${address}?page=3`, as: 'admin' })
    await screen.findByRole('link', { name: 'ShipFast' })
    expect(location.search).toBe('?page=1')
  })

  it('shows an error if it cannot be loaded, and can retry', async () => {
    const { backend } = await startDemoWithTokens({ name: 'ShipFast' })
    backend.network.use(
      http.get('*/api/tokens', () => HttpResponse.json({}, { status: 500 }), { once: true }),
    )
    await openApp({ at: address, as: 'admin' })
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('This could not be loaded')
    expect(alert).toHaveTextContent('Something went wrong at eDesk')
    expect(screen.queryByText('No API tokens yet')).not.toBeInTheDocument()
    await click('button', 'Retry')
    expect(await names()).toEqual(['ShipFast'])
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })
})

describe('deleting a token from the list', () => {
  it.each([
    ['Cancel', () => click('button', 'Cancel')],
    ['Escape', () => user.keyboard('{Escape}')],
  ])('opens a dialog, where %s changes nothing', async (_case, leave) => {
    const { backend } = await startDemoWithTokens({ name: 'ShipFast' })
    await openApp({ at: address, as: 'admin' })
    const dialog = await askToDelete('ShipFast')
    expect(dialog.getByText('It has never been used.')).toBeVisible()
    expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await leave()
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(await names()).toEqual(['ShipFast'])
    expect(backend.requests.filter((sent) => sent.startsWith('DELETE'))).toEqual([])
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Actions for ShipFast' })).toHaveFocus(),
    )
  })

  it('removes the row, says which token was deleted, and moves the focus to the heading', async () => {
    await startDemoWithTokens({ name: 'Reports' }, { name: 'ShipFast' })
    await openApp({ at: address, as: 'admin' })
    const dialog = await askToDelete('ShipFast')
    await user.click(dialog.getByRole('button', { name: 'Delete token' }))
    await waitFor(async () => expect(await names()).toEqual(['Reports']))
    expect(screen.getByRole('status')).toHaveTextContent('ShipFast was deleted')
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
  })

  it('shows an error in the dialog, and deletes at the second attempt', async () => {
    const { backend } = await startDemoWithTokens({ name: 'ShipFast' })
    backend.network.use(http.delete('*/api/tokens/*', () => HttpResponse.error(), { once: true }))
    await openApp({ at: address, as: 'admin' })
    const dialog = await askToDelete('ShipFast')
    await user.click(dialog.getByRole('button', { name: 'Delete token' }))
    expect(await dialog.findByRole('alert')).toHaveTextContent('could not be reached')
    expect(screen.getByRole('status').textContent).toBe('')
    await user.click(dialog.getByRole('button', { name: 'Delete token' }))
    await screen.findByText('No API tokens yet')
  })
})

describe('the old key of a token', () => {
  it('is in a row below its replacement, which retires it', async () => {
    const { backend } = await startDemoWithTokens({ name: 'ShipFast' })
    const [old] = await backend.tokens()
    const ending = old?.keyEnding ?? ''
    await backend.as('admin')('POST', `/api/tokens/${old?.id ?? ''}/replacement`, {
      body: { accessLevel: 'read_only', keepOldKey: 'day' },
      headers: { 'Idempotency-Key': 'replacement-1' },
    })
    await openApp({ at: address, as: 'admin' })
    expect(await names()).toEqual(['ShipFast'])
    const row = (await screen.findByText(new RegExp(`^Old key …${ending} works until `))).closest(
      'tr',
    )
    expect(row?.previousElementSibling).toHaveTextContent('ShipFast')
    expect(row).toHaveTextContent('never used')
    await click('button', 'Retire the old key')
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Retire the old key of ShipFast?' }),
    )
    await user.click(dialog.getByRole('button', { name: 'Retire the old key' }))
    await waitFor(() => expect(screen.queryByText(/^Old key/)).not.toBeInTheDocument())
    expect(await names()).toEqual(['ShipFast'])
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  })
})
