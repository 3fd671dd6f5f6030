import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { announceChange } from '#src/api/changeNotifications.ts'
import { openApp } from '#src/kit/vitest.ts'

import { advicePath, adviceRow, group, groupHeadings, openAdvice } from './advicePage.ts'
import { click, user } from './userActions.ts'

const advices = '*/api/advice-batches'
const toolbar = async () => within(await screen.findByRole('toolbar', { name: 'Selected tokens' }))

describe('dismissing advice', () => {
  it('moves it to the folded group “Dismissed”, from where it can be restored', async () => {
    await openAdvice()
    await click('button', 'Dismiss for 90 days: ShipFast')
    await screen.findByText('Advice about ShipFast dismissed for 90 days')
    await waitFor(() => expect(groupHeadings()).toEqual(['Failing 1', 'Unused 1', 'Dismissed 1']))
    expect(screen.queryByRole('list', { name: 'Dismissed' })).not.toBeInTheDocument()
    await click('button', /^Dismissed/)
    expect(await adviceRow('Dismissed', 'ShipFast')).toHaveTextContent(
      'More access than needed · dismissed until Apr 24, 2027',
    )
    await click('button', 'Restore the advice about ShipFast')
    await screen.findByText('Advice about ShipFast restored')
    await group('More access than needed')
    expect(screen.queryByText('Dismissed')).not.toBeInTheDocument()
  })

  it('can be undone from the message', async () => {
    await openAdvice()
    await click('button', 'Dismiss for 90 days: Backup')
    await click('button', 'Undo')
    await screen.findByText('Advice about Backup restored')
    await adviceRow('Unused', 'Backup')
  })

  it('keeps the focus in the group while it has other tokens', async () => {
    await openApp({ scenario: 'tokens', at: advicePath, as: 'admin' })
    await click('button', 'Dismiss for 90 days: ShipFast')
    const heading = await screen.findByRole('heading', { name: /^More access than needed\s*5$/ })
    await waitFor(() => expect(heading).toHaveFocus())
  })

  it('moves the focus to the heading of the page with the last token of a group', async () => {
    await openAdvice()
    await click('button', 'Dismiss for 90 days: Backup')
    await screen.findByText('Dismissed')
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
  })

  it('says why it failed, and can be tried again', async () => {
    const { backend } = await openAdvice()
    backend.network.use(
      http.post(advices, () => HttpResponse.json({}, { status: 503 }), { once: true }),
    )
    await click('button', 'Dismiss for 90 days: Backup')
    const name = 'The advice about Backup could not be dismissed'
    const dialog = within(await screen.findByRole('dialog', { name }))
    dialog.getByRole('alert')
    await user.click(dialog.getByRole('button', { name: 'Retry' }))
    await screen.findByText('Advice about Backup dismissed for 90 days')
  })

  it('says if another Admin was faster', async () => {
    const { backend, ids } = await openAdvice()
    const button = await screen.findByRole('button', { name: 'Dismiss for 90 days: Backup' })
    await backend.as('robin.field@example.com')('POST', `/api/tokens/${ids.backup}/pause`)
    await user.click(button)
    await screen.findByText('This advice no longer applies')
    await waitFor(() => expect(screen.queryByText('Backup')).not.toBeInTheDocument())
  })

  it('is in the activity', async () => {
    const { goTo } = await openAdvice()
    await click('button', 'Dismiss for 90 days: Backup')
    await screen.findByText('Advice about Backup dismissed for 90 days')
    await goTo('/settings/api-tokens/activity')
    const table = within(await screen.findByRole('table', { name: 'Activity' }))
    const row = within(table.getByRole('row', { name: /Advice dismissed/ }))
    const texts = row.getAllByRole('cell').map(({ textContent }) => textContent)
    expect(texts.slice(1, 4)).toEqual(['Alex Morgan', 'Advice dismissed', 'Backup'])
    expect(row.getByRole('listitem')).toHaveTextContent('Advice: Unused')
  })
})

describe('several selected tokens', () => {
  const select = (name: string) => click('checkbox', `Select ${name}`)
  const actions = async () =>
    (await toolbar()).getAllByRole('button').map(({ textContent }) => textContent.trim())

  it('offer the actions that fit all of them', async () => {
    await openAdvice()
    await select('Backup')
    const all = ['Dismiss for 90 days', 'Pause', 'Delete', 'Clear selection']
    await waitFor(async () => expect(await actions()).toEqual(all))
    await select('Reports')
    expect(await actions()).toEqual(['Dismiss for 90 days', 'Pause', 'Clear selection'])
    await select('ShipFast')
    expect(await actions()).toEqual(['Dismiss for 90 days', 'Clear selection'])
    await click('button', 'Clear selection')
    expect(screen.queryByRole('toolbar')).not.toBeInTheDocument()
    expect(screen.getByRole('checkbox', { name: 'Select Backup' })).not.toBeChecked()
  })

  it('are dismissed together, and come back together', async () => {
    await openAdvice()
    await select('Backup')
    await select('ShipFast')
    await user.click((await toolbar()).getByRole('button', { name: 'Dismiss for 90 days' }))
    await screen.findByText('Advice about 2 tokens dismissed for 90 days')
    await waitFor(() => expect(groupHeadings()).toEqual(['Failing 1', 'Dismissed 2']))
    await click('button', 'Undo')
    await screen.findByText('Advice about 2 tokens restored')
    await adviceRow('Unused', 'Backup')
    expect(screen.queryByRole('toolbar')).not.toBeInTheDocument()
  })

  it('are paused after a question', async () => {
    await openAdvice()
    await select('Backup')
    await select('Reports')
    await user.click((await toolbar()).getByRole('button', { name: 'Pause' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Pause 2 tokens?' }))
    await user.click(dialog.getByRole('button', { name: 'Pause 2 tokens' }))
    await screen.findByText('2 tokens were paused')
    await waitFor(() => expect(groupHeadings()).toEqual(['More access than needed 1']))
  })

  it('are not selected any more once they have no advice', async () => {
    const { backend, ids } = await openAdvice()
    await select('Backup')
    await toolbar()
    await backend.as('robin.field@example.com')('DELETE', `/api/tokens/${ids.backup}`)
    announceChange()
    await waitFor(() => expect(screen.queryByRole('toolbar')).not.toBeInTheDocument())
  })
})
