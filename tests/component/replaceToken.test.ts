import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { permissions } from '#src/kit/builders.ts'

import {
  changeAccess,
  changes,
  keeping,
  levels,
  newKey,
  openReplacePage,
  submit,
} from './replacePage.ts'
import { click, user } from './userActions.ts'

describe('replacing a token', () => {
  it('starts with the same access, and keeps the old key for a day', async () => {
    await openReplacePage({
      accessLevel: 'custom',
      permissions: permissions({ tickets: 'read_only', sales_orders: 'full_access' }),
    })
    const access = 'Can read and change Sales Orders. Can read Tickets. Nothing else.'
    expect(screen.getByText(access)).toBeVisible()
    expect(screen.queryByRole('radiogroup', { name: 'Select Access Level' })).toBeNull()
    expect(changes()).toEqual(['Access unchanged', 'Expiry unchanged: Feb 22, 2027'])
    const button = screen.getByRole('button', { name: 'Change access', expanded: false })
    await changeAccess()
    expect(button).toHaveAttribute('aria-expanded', 'true')
    for (const side of ['Current access', 'New access']) {
      expect(screen.getByRole('region', { name: side })).toHaveTextContent(access)
    }
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
    await changeAccess()
    async function give(feature: string, permission: string): Promise<void> {
      const group = within(await screen.findByRole('radiogroup', { name: feature }))
      await user.click(group.getByRole('radio', { name: permission }))
    }
    await give('Sales Orders', 'Full Access')
    await give('Tickets', 'No Access')
    await waitFor(() =>
      expect(changes()).toEqual([
        'Gains: change Sales Orders.',
        'Loses: read Tickets.',
        'Expiry unchanged: Feb 22, 2027',
      ]),
    )
    await user.click(levels().getByRole('radio', { name: 'Full Access' }))
    await waitFor(() => expect(changes()).toHaveLength(3))
    expect(changes()[0]).toMatch(/^Gains: read and change .*\.$/)
    expect(changes()[1]).toBe('Gains: change Sales Orders and Tickets.')
  })

  it('asks first how long the old key works, and shows only what follows from the choice', async () => {
    await openReplacePage()
    const groups = [...document.querySelectorAll('legend')].map(({ textContent }) => textContent)
    expect(groups).toEqual(['Keep the old key', 'Access'])
    expect(screen.getByText(/^The old key works until .*Nov 25, 2026/)).toBeVisible()
    const gone = screen.getByText(
      'The old key stops working immediately, and its token is deleted.',
    )
    expect(gone).not.toBeVisible()
    await user.click(keeping().getByRole('radio', { name: 'Not at all' }))
    await waitFor(() => expect(gone).toBeVisible())
  })

  it.each([
    [null, 'never'],
    ['2026-12-25T00:00:00.000Z', '30'],
    // The form has no option of 40 days.
    ['2027-01-04T00:00:00.000Z', '90'],
  ])('starts with the lifetime of the old token: expiry %s', async (expiresAt, period) => {
    await openReplacePage({ expiresAt })
    expect(screen.getByRole('combobox', { name: 'Expiration' })).toHaveValue(period)
  })

  it('lists the new expiry among the changes', async () => {
    await openReplacePage({ expiresAt: null })
    expect(changes()).toEqual(['Access unchanged', 'Expiry unchanged: never'])
    await user.selectOptions(screen.getByRole('combobox', { name: 'Expiration' }), '90 days')
    await waitFor(() =>
      expect(changes()).toEqual(['Access unchanged', 'Expiry: never → Feb 22, 2027']),
    )
  })

  it('needs at least one feature, and unfolds the access to say so', async () => {
    const { sent } = await openReplacePage(
      { accessLevel: 'custom', permissions: permissions({ tickets: 'read_only' }) },
      '?level=custom',
    )
    await click('button', 'Change access')
    await waitFor(() => expect(screen.queryByRole('radiogroup', { name: 'Tickets' })).toBeNull())
    await submit()
    const description = /^Give access to at least one feature\./
    await screen.findByRole('radiogroup', { name: 'Sales Orders', description })
    expect(sent()).toBe(0)
  })

  it('shows until when the old key works, and warns if it stops immediately', async () => {
    await openReplacePage()
    const until = /works until Tue, Nov 24, 2026, 10:00\sAM/
    expect(keeping().getByRole('radio', { name: '1 hour', description: until })).toBeVisible()
    const warning = 'ShipFast can’t work with eDesk until it has the new key.'
    expect(screen.queryByText(warning)).not.toBeInTheDocument()
    await user.click(keeping().getByRole('radio', { name: 'Not at all' }))
    await screen.findByText(warning)
  })

  it('shows the expiration of the old key if that is earlier', async () => {
    await openReplacePage({ expiresAt: '2026-11-25T00:00:00Z' })
    const anyway = /works until .*Nov 24, 2026, end of day.*when it expires anyway/
    expect(keeping().getByRole('radio', { name: '1 week', description: anyway })).toBeVisible()
    expect(
      keeping().queryByRole('radio', { name: '1 hour', description: anyway }),
    ).not.toBeInTheDocument()
  })

  it('creates a new key that works beside the old one, and shows how long both work', async () => {
    const { works, oldKey, allTokens, token } = await openReplacePage({
      accessLevel: 'full_access',
    })
    await changeAccess()
    await user.click(levels().getByRole('radio', { name: 'Read-only' }))
    await submit()
    const key = await newKey()
    screen.getByText(
      /Give this key to ShipFast\. The old key works until Wed, Nov 25, 2026, .*\(Ireland Time\)/,
    )
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
    screen.getByText('Give this key to ShipFast. The old key no longer works.')
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
    screen.getByText(/proposed the new access/)
    expect(screen.getByRole('region', { name: 'New access' })).toHaveTextContent(
      'Can read and change Sales Orders. Can read Tickets. Nothing else.',
    )
    expect(changes()[0]).toMatch(/^Loses: read and change .*\.$/)
    expect(changes()[1]).toBe('Loses: change Tickets.')
  })

  it('ignores invalid parameters, and lists them', async () => {
    await openReplacePage({}, '?level=everything&tickets=read_only&colour=red')
    screen.getByText(/were ignored: level, tickets, colour\./)
    expect(changes()).toEqual(['Access unchanged', 'Expiry unchanged: Feb 22, 2027'])
    expect(screen.queryByText(/proposed the new access/)).not.toBeInTheDocument()
  })

  it('keeps the old key for an hour after a leak', async () => {
    await openReplacePage({}, '?because=leaked')
    expect(keeping().getByRole('radio', { name: '1 hour', checked: true })).toBeVisible()
    screen.getByText(/The old key was exposed/)
  })
})
