import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { features } from '#src/kit/access.ts'

import {
  openForm,
  nameField,
  submit,
  choose,
  featureGroup,
  give,
  expectKeyPage,
} from './tokenFormPage.ts'
import { fill, user } from './userActions.ts'

describe('custom access', () => {
  it('has a group for each of the eleven features, in the order of the help article, all at "No Access"', async () => {
    await openForm()
    await choose('Custom')
    await featureGroup('Tag groups')
    const permissions = screen.getByRole('group', { name: 'Permissions' })
    const groups = within(permissions).getAllByRole('radiogroup')
    const order = features.map((name) => groups.indexOf(screen.getByRole('radiogroup', { name })))
    expect(order).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(groups).toHaveLength(12)
    for (const group of groups.slice(1)) {
      expect(within(group).getAllByRole('radio')).toHaveLength(3)
      const names = ['Full Access', 'Read Only', 'No Access']
      const radios = names.map((name) => within(group).getByRole('radio', { name }))
      expect(radios.map((radio) => radio instanceof HTMLInputElement && radio.checked)).toEqual([
        false,
        false,
        true,
      ])
    }
  })

  it('describes each feature, and marks personal data', async () => {
    await openForm()
    await choose('Custom')
    await featureGroup('Tag groups')
    const described = (name: string, description: string) =>
      expect(screen.getByRole('radiogroup', { name, description })).toBeVisible()
    described('Sales Orders', 'Orders, items, tracking')
    described('Tag Groups Users', 'Which users a tag group is for')
    described('Users', 'Your team’s names and email addresses Personal data')
    described('Contacts', 'Your customers’ names and addresses Personal data')
    expect(screen.getAllByText('Personal data')).toHaveLength(2)
    const sizes = ['Orders', 'Conversations', 'Organisation'].map(
      (name) => within(screen.getByRole('group', { name })).getAllByRole('radiogroup').length,
    )
    expect(sizes).toEqual([2, 2, 7])
  })

  it('needs at least one feature: shows the error at the features, and sends nothing', async () => {
    const { creations } = await openForm()
    await fill(nameField(), 'ShipFast')
    await choose('Custom')
    await featureGroup('Tag groups')
    await submit()
    const error = /^Give access to at least one feature\./
    const first = await screen.findByRole('radiogroup', {
      name: 'Sales Orders',
      description: error,
    })
    expect(first).toHaveAttribute('aria-invalid', 'true')
    await waitFor(() =>
      expect(within(first).getByRole('radio', { name: 'No Access' })).toHaveFocus(),
    )
    expect(creations()).toBe(0)
    await give('Tickets', 'Read Only')
    await waitFor(() => expect(first.getAttribute('aria-invalid')).toBeNull())
    await submit()
    await expectKeyPage()
  })

  it('disappears with another level, and is restored with Custom', async () => {
    await openForm()
    await choose('Custom')
    await give('Messages', 'Full Access')
    await choose('Read-only')
    const permissions = within(screen.getByRole('group', { name: 'Permissions' }))
    await waitFor(() => expect(permissions.getAllByRole('radiogroup')).toHaveLength(1))
    await choose('Custom')
    const messages = await featureGroup('Messages')
    expect(messages.getByRole('radio', { name: 'Full Access', checked: true })).toBeVisible()
  })

  it('can be set for all features at once', async () => {
    await openForm()
    await choose('Custom')
    const setAll = await screen.findByRole('button', { name: 'Set all to Read Only' })
    expect(setAll).toHaveAttribute('aria-pressed', 'false')
    await user.click(setAll)
    expect(screen.getAllByRole('radio', { name: 'Read Only', checked: true })).toHaveLength(11)
    expect(setAll).toHaveAttribute('aria-pressed', 'true')
    await give('Users', 'No Access')
    await waitFor(() => expect(setAll).toHaveAttribute('aria-pressed', 'false'))
    expect(screen.getAllByRole('radio', { name: 'Read Only', checked: true })).toHaveLength(10)
  })

  it('is described beside the form, and sent as chosen', async () => {
    const { backend } = await openForm()
    const preview = within(screen.getByRole('region', { name: 'What this token can do' }))
    expect(preview.getByText('Nothing yet: choose an access level.')).toBeVisible()
    await choose('Custom')
    await preview.findByText('Nothing yet. Give access to at least one feature.')
    await give('Tickets', 'Full Access')
    await give('Sales Orders', 'Full Access')
    await give('Contacts', 'Read Only')
    await preview.findByText(
      'Can read and change Sales Orders and Tickets. Can read Contacts. Nothing else.',
    )
    preview.getByText('Expires Feb 22, 2027')
    await fill(nameField(), 'ShipFast')
    await submit()
    await expectKeyPage()
    const [token] = await backend.tokens()
    expect(token).toMatchObject({
      accessLevel: 'custom',
      permissions: {
        tickets: 'full_access',
        sales_orders: 'full_access',
        contacts: 'read_only',
        users: 'no_access',
      },
    })
  })
})
