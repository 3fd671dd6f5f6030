import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { permissions } from '#src/kit/builders.ts'
import { changes, keeping, levels, newKey, openReplacePage, submit } from './replacePage.ts'
import { click, user } from './userActions.ts'

describe('replacing a token', () => {
  it('starts with the same access, and keeps the old key for a day', async () => {
    await openReplacePage({
      accessLevel: 'custom',
      permissions: permissions({ tickets: 'read_only', sales_orders: 'full_access' }),
    })
    for (const side of ['Present access', 'New access']) {
      expect(screen.getByRole('region', { name: side })).toHaveTextContent(
        'Can read and change Sales Orders. Can read Tickets. Nothing else.',
      )
    }
    expect(changes()).toEqual(['The same access, a new key'])
    expect(levels().getByRole('radio', { name: 'Custom', checked: true })).toBeVisible()
    expect(keeping().getByRole('radio', { name: '1 day', checked: true })).toBeVisible()
    const names = ['Not at all', '1 hour', '1 day', '1 week']
    expect(keeping().getAllByRole('radio')).toEqual(
      names.map((name) => keeping().getByRole('radio', { name })),
    )
  })

  it('describes which access is gained and lost', async () => {
    await openReplacePage({
      accessLevel: 'custom',
      permissions: permissions({ tickets: 'read_only', sales_orders: 'read_only' }),
    })
    async function give(feature: string, permission: string): Promise<void> {
      const group = within(await screen.findByRole('radiogroup', { name: feature }))
      await user.click(group.getByRole('radio', { name: permission }))
    }
    await give('Sales Orders', 'Full Access')
    await give('Tickets', 'No Access')
    await waitFor(() =>
      expect(changes()).toEqual(['Gains: change Sales Orders.', 'Loses: read Tickets.']),
    )
    await user.click(levels().getByRole('radio', { name: 'Full Access' }))
    await waitFor(() => expect(changes()).toHaveLength(1))
    expect(changes()[0]).toMatch(/^Gains: read and change .*; change Sales Orders and Tickets\.$/)
  })

  it('shows until when the old key works, and warns if it stops immediately', async () => {
    await openReplacePage()
    const until = /works until Tuesday, November 24, 2026, at 10:00 AM, Dublin time/
    expect(keeping().getByRole('radio', { name: '1 hour', description: until })).toBeVisible()
    const warning = 'ShipFast cannot work with eDesk until it has the new key.'
    expect(screen.queryByText(warning)).not.toBeInTheDocument()
    await user.click(keeping().getByRole('radio', { name: 'Not at all' }))
    await screen.findByText(warning)
  })

  it('shows the expiration of the old key if that is earlier', async () => {
    await openReplacePage({ expiresAt: '2026-11-25T00:00:00Z' })
    const anyway = /works until .*November 24, 2026, at the end of the day.*when it expires anyway/
    expect(keeping().getByRole('radio', { name: '1 week', description: anyway })).toBeVisible()
    expect(
      keeping().queryByRole('radio', { name: '1 hour', description: anyway }),
    ).not.toBeInTheDocument()
  })

  it('creates a new key that works beside the old one, and shows how long both work', async () => {
    const { works, oldKey, allTokens, token } = await openReplacePage({
      accessLevel: 'full_access',
    })
    await user.click(levels().getByRole('radio', { name: 'Read-only' }))
    await submit()
    const key = await newKey()
    screen.getByText(/Give it to ShipFast: the old key works until Wednesday, November 25, 2026/)
    expect([await works(key), await works(oldKey)]).toEqual([true, true])
    const tokens = await allTokens()
    expect(tokens).toHaveLength(2)
    expect(tokens.find(({ id }) => id !== token.id)).toMatchObject({
      name: 'ShipFast',
      accessLevel: 'read_only',
      expiresAt: '2027-02-23T00:00:00.000Z',
    })
    expect(screen.getByRole('button', { name: 'Return to Token List' })).toBeVisible()
  })

  it('can stop the old key immediately', async () => {
    const { works, oldKey, allTokens } = await openReplacePage()
    await user.click(keeping().getByRole('radio', { name: 'Not at all' }))
    await submit()
    const key = await newKey()
    screen.getByText('Give it to ShipFast: the old key does not work any more.')
    expect([await works(key), await works(oldKey)]).toEqual([true, false])
    expect(await allTokens()).toHaveLength(1)
  })

  it('asks for confirmation before changed input is discarded, and not if nothing changed', async () => {
    await openReplacePage()
    await user.click(keeping().getByRole('radio', { name: '1 week' }))
    await click('button', 'Cancel')
    const dialog = await screen.findByRole('dialog', { name: 'Discard what you typed?' })
    await user.click(within(dialog).getByRole('button', { name: 'Keep editing' }))
    await user.click(keeping().getByRole('radio', { name: '1 day' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await click('button', 'Cancel')
    await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
  })
})

describe('a URL that proposes a replacement', () => {
  it('prefills the access, with a note', async () => {
    await openReplacePage(
      { accessLevel: 'full_access' },
      '?level=custom&sales_orders=full_access&tickets=read_only',
    )
    screen.getByText(/was proposed to you/)
    expect(screen.getByRole('region', { name: 'New access' })).toHaveTextContent(
      'Can read and change Sales Orders. Can read Tickets. Nothing else.',
    )
    expect(changes()[0]).toMatch(/^Loses: read and change .*; change Tickets\.$/)
  })

  it('ignores invalid parameters, and lists them', async () => {
    await openReplacePage({}, '?level=everything&tickets=read_only&colour=red')
    screen.getByText(/left out: level, tickets, colour\./)
    expect(changes()).toEqual(['The same access, a new key'])
    expect(screen.queryByText(/was proposed to you/)).not.toBeInTheDocument()
  })

  it('keeps the old key for an hour after a leak', async () => {
    await openReplacePage({}, '?because=leaked')
    expect(keeping().getByRole('radio', { name: '1 hour', checked: true })).toBeVisible()
    screen.getByText(/Somebody may have the old key/)
  })

  it('asks first how long the old key works after a leak', async () => {
    await openReplacePage({}, '?because=leaked')
    const groups = [...document.querySelectorAll('legend')].map(({ textContent }) => textContent)
    expect(groups.slice(0, 2)).toEqual(['Keep the old key', 'Access'])
  })
})
