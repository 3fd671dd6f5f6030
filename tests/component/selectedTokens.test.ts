import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { announceChange } from '#src/api/changeNotifications.ts'
import { openApp } from '#src/kit/vitest.ts'

import { captureDownloads } from './captureDownloads.ts'
import { selectAllMatching, typeNumber } from './selectTokens.ts'
import { address, box, names, startWithManyTokens, shows, toolbar } from './tokenListQueries.ts'
import { click, fill, user } from './userActions.ts'

describe('selected tokens', () => {
  it('are deleted after a dialog that says how many of them are in use', async () => {
    const { backend } = await startWithManyTokens(4)
    await openApp({ at: address, as: 'admin' })
    await names()
    expect(screen.queryByRole('toolbar')).not.toBeInTheDocument()
    await user.click(box('Select Token 1'))
    await user.click(box('Select Token 2'))
    await waitFor(() => expect(box('Select all').indeterminate).toBe(true))
    await (await toolbar()).findByText('2 tokens selected')
    await user.click(await (await toolbar()).findByRole('button', { name: 'Delete' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete 2 tokens?' }))
    expect(dialog.getByText('1 of them was used in the last 30 days.')).toBeVisible()
    expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await user.click(dialog.getByRole('button', { name: 'Delete 2 tokens' }))
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('2 tokens were deleted'),
    )
    await waitFor(async () => expect((await names()).sort()).toEqual(['Token 3', 'Token 4']))
    expect(screen.queryByRole('toolbar')).not.toBeInTheDocument()
    expect(backend.requests.filter((sent) => sent.includes('token-batches'))).toHaveLength(1)
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
  })

  it('are named before they are deleted, the last used first and those in use in bold', async () => {
    await startWithManyTokens(7)
    await openApp({ at: address, as: 'admin' })
    await names()
    await user.click(box('Select all'))
    await user.click(await (await toolbar()).findByRole('button', { name: 'Delete' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete 7 tokens?' }))
    const shown = within(dialog.getByRole('list', { name: 'Tokens' })).getAllByRole('listitem')
    expect(shown).toHaveLength(5)
    expect(shown[0]?.textContent).toMatch(/^Token [23].*Last used/)
    expect(shown[0]?.querySelector('strong')).not.toBeNull()
    expect(shown[4]?.textContent).toContain('Never used')
    expect(shown[4]?.querySelector('strong')).toBeNull()
    expect(dialog.getByText(/and 2 more/)).toBeVisible()
    expect(dialog.queryByRole('textbox')).not.toBeInTheDocument()
    const files = captureDownloads()
    await user.click(dialog.getByRole('button', { name: 'Export the list' }))
    await waitFor(() => expect(files).toHaveLength(1))
    expect((await files[0]?.blob.text())?.trimEnd().split('\r\n')).toHaveLength(8)
  })

  it('are deleted only after their number was typed, from ten tokens on', async () => {
    const { backend } = await startWithManyTokens(10)
    await openApp({ at: address, as: 'admin' })
    await names()
    await user.click(box('Select all'))
    await user.click(await (await toolbar()).findByRole('button', { name: 'Delete' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete 10 tokens?' }))
    const field = dialog.getByRole('textbox', { name: 'Type 10 to confirm' })
    for (const wrong of ['', '1']) {
      await fill(field, wrong)
      await user.click(dialog.getByRole('button', { name: 'Delete 10 tokens' }))
      await waitFor(() => expect(field).toHaveFocus())
      expect(field).toHaveAccessibleDescription('Type 10, the number of tokens to delete.')
    }
    expect(await backend.tokens()).toHaveLength(10)
    await typeNumber('10')
    await user.click(dialog.getByRole('button', { name: 'Delete 10 tokens' }))
    await screen.findByText('No API tokens yet')
  })

  it('can be paused instead of deleted', async () => {
    const { backend } = await startWithManyTokens(2)
    await openApp({ at: address, as: 'admin' })
    await names()
    await user.click(box('Select all'))
    await user.click(await (await toolbar()).findByRole('button', { name: 'Delete' }))
    await click('button', 'Pause instead')
    const dialog = within(await screen.findByRole('dialog', { name: 'Pause 2 tokens?' }))
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus())
    expect(dialog.queryByRole('button', { name: 'Pause instead' })).not.toBeInTheDocument()
    await user.click(dialog.getByRole('button', { name: 'Pause 2 tokens' }))
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('2 tokens were paused'),
    )
    expect((await backend.tokens()).every(({ pausedAt }) => pausedAt !== null)).toBe(true)
  })

  it('are counted in a live region that is there before its text', async () => {
    await startWithManyTokens(2)
    await openApp({ at: address, as: 'admin' })
    await names()
    const regions = [...document.querySelectorAll('[aria-live]')]
    const texts = () => regions.map(({ textContent }) => textContent.trim())
    expect(texts()).not.toContain('Selected: 1')
    await user.click(box('Select Token 1'))
    await waitFor(() => expect(texts()).toContain('Selected: 1'))
    await user.click(box('Select Token 2'))
    await waitFor(() => expect(texts()).toContain('Selected: 2'))
    expect(regions.every(({ isConnected }) => isConnected)).toBe(true)
  })

  it('stay unchanged after Escape', async () => {
    await startWithManyTokens(2)
    await openApp({ at: address, as: 'admin' })
    await names()
    await user.click(box('Select all'))
    await user.click(await (await toolbar()).findByRole('button', { name: 'Delete' }))
    await screen.findByRole('dialog')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(await names()).toHaveLength(2)
    await (await toolbar()).findByText('2 tokens selected')
  })

  it('can be resumed if the list is filtered by "Paused"', async () => {
    const { backend } = await startWithManyTokens(30)
    const pausedAt = '2026-11-20T09:00:00.000Z'
    await backend.storage.write(async (db) => {
      for (const token of await db.all('tokens')) await db.put('tokens', { ...token, pausedAt })
    })
    await openApp({ at: `${address}?status=paused`, as: 'admin' })
    await selectAllMatching(30)
    expect((await toolbar()).queryByRole('button', { name: 'Pause' })).not.toBeInTheDocument()
    await user.click((await toolbar()).getByRole('button', { name: 'Resume' }))
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('30 tokens work again'),
    )
    const tokens = await backend.tokens()
    expect(tokens.filter((token) => token.pausedAt !== null)).toEqual([])
  })

  it('are no longer selected, counted or asked about after one was deleted by its menu', async () => {
    await startWithManyTokens(3)
    await openApp({ at: address, as: 'admin' })
    await names()
    await user.click(box('Select Token 1'))
    await user.click(box('Select Token 2'))
    await (await toolbar()).findByText('2 tokens selected')
    await click('button', 'Actions for Token 2')
    await click('menuitem', 'Delete token')
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete Token 2?' }))
    await user.click(dialog.getByRole('button', { name: 'Delete token' }))
    await (await toolbar()).findByText('1 token selected')
    await user.click((await toolbar()).getByRole('button', { name: 'Delete' }))
    await screen.findByRole('dialog', { name: 'Delete 1 token?' })
  })

  it('are no longer selected after another tab has deleted them, on any page', async () => {
    const { backend } = await startWithManyTokens(30)
    await openApp({ at: address, as: 'admin' })
    await selectAllMatching(30)
    await user.click((await toolbar()).getByRole('button', { name: 'Pause' }))
    await screen.findByRole('dialog', { name: 'Pause 30 tokens?' })
    const ids = (await backend.tokens()).map(({ id }) => id)
    await backend.storage.write((db) => db.delete('tokens', ids[3] ?? ''))
    announceChange()
    await screen.findByRole('dialog', { name: 'Pause 29 tokens?' })
    await user.keyboard('{Escape}')
    await (await toolbar()).findByText('29 tokens selected')
    expect((await toolbar()).queryByText(/Select all/)).not.toBeInTheDocument()
  })

  it('close the question if nothing is left to ask about', async () => {
    const { backend } = await startWithManyTokens(3)
    await openApp({ at: address, as: 'admin' })
    await names()
    await user.click(box('Select Token 2'))
    await user.click(await (await toolbar()).findByRole('button', { name: 'Delete' }))
    await screen.findByRole('dialog', { name: 'Delete 1 token?' })
    await backend.storage.write((db) => db.delete('tokens', 'tok_2'))
    announceChange()
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(screen.queryByRole('toolbar')).not.toBeInTheDocument()
  })

  it('stay selected if they no longer match the filter', async () => {
    const { backend } = await startWithManyTokens(3)
    await openApp({ at: `${address}?status=active`, as: 'admin' })
    await names()
    await user.click(box('Select all'))
    await backend.as('admin')('POST', '/api/tokens/tok_2/pause')
    announceChange()
    await shows('Token 1', 'Token 3')
    await (await toolbar()).findByText('3 tokens selected')
  })

  it.each([
    ['ArrowLeft', 'Clear selection'],
    ['ArrowRight', 'Export'],
  ])('have a toolbar whose first step with %s leads to %s', async (key, name) => {
    await startWithManyTokens(2)
    await openApp({ at: address, as: 'admin' })
    await names()
    await user.click(box('Select Token 1'))
    const bar = await screen.findByRole('toolbar', { name: 'Selected tokens' })
    fireEvent.keyDown(bar, { key })
    expect(within(bar).getByRole('button', { name })).toHaveFocus()
  })

  it('are no longer selected after the list changes', async () => {
    await startWithManyTokens(3)
    await openApp({ at: address, as: 'admin' })
    await names()
    await user.click(box('Select Token 1'))
    await fill(screen.getByRole('searchbox'), 'Token 2')
    await shows('Token 2')
    expect(screen.queryByRole('toolbar')).not.toBeInTheDocument()
  })
})
