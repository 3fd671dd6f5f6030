import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { announceChange } from '#src/api/changeNotifications.ts'
import { permissions } from '#src/kit/builders.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { createToken } from '../support/tokens.ts'
import { descriptionField, edit, nameField, openDetails, save } from './tokenDetailsPage.ts'
import { click, expectStatus, fill, user } from './userActions.ts'

describe('the details of a token', () => {
  it('show the access to every feature, read-only, and say that a change needs a new token', async () => {
    await openDetails({
      accessLevel: 'custom',
      permissions: permissions({ tickets: 'full_access', users: 'read_only' }),
    })
    const access = within(screen.getByRole('region', { name: 'Access' }))
    expect(access.getByText('Custom')).toBeVisible()
    expect(
      access.getByText(/Can read and change Tickets\. Can read Users\. Nothing else\./),
    ).toBeVisible()
    const terms = access.getAllByRole('term')
    const shown = terms.map((term) => [
      term.textContent,
      term.nextElementSibling?.textContent.trim(),
    ])
    expect(shown).toHaveLength(11)
    expect(shown).toContainEqual(['Tickets', 'Full Access'])
    expect(shown).toContainEqual(['Users', 'Read Only'])
    expect(shown).toContainEqual(['Sales Orders', 'No Access'])
    expect(
      access.getByText(/^You can’t change the access of this token\. .* with a new token\.$/),
    ).toBeVisible()
    for (const role of ['radio', 'checkbox', 'combobox', 'textbox', 'button']) {
      expect(access.queryAllByRole(role)).toEqual([])
    }
  })

  it('show the button to edit before the expiration and the access', async () => {
    await openDetails()
    const order = (one: Node, other: Node) => one.compareDocumentPosition(other)
    const editButton = screen.getByRole('button', { name: 'Edit' })
    const sooner = screen.getByRole('button', { name: 'Bring expiry forward' })
    expect(order(editButton, sooner)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    const access = screen.getByRole('heading', { name: 'Access' })
    expect(order(sooner, access)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })

  it('save a new name and description, say so, and show the new name', async () => {
    const { read } = await openDetails()
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
    await edit()
    await waitFor(() => expect(nameField()).toHaveFocus())
    await fill(nameField(), 'ShipFaster')
    await fill(descriptionField(), 'Updates shipping details')
    await save()
    await expectStatus('Saved: ShipFaster')
    await screen.findByRole('heading', { level: 1, name: 'ShipFaster' })
    expect(await read()).toMatchObject({
      name: 'ShipFaster',
      description: 'Updates shipping details',
    })
    await waitFor(() => expect(screen.getByRole('button', { name: 'Edit' })).toHaveFocus())
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
    expect(screen.getByText('Updates shipping details')).toBeVisible()
  })

  it('ask before Cancel discards what was typed', async () => {
    const { read } = await openDetails({ description: 'At first' })
    await edit()
    await click('button', 'Cancel')
    await edit()
    await fill(descriptionField(), 'Mine')
    await click('button', 'Cancel')
    const dialog = within(await screen.findByRole('dialog', { name: 'Discard what you typed?' }))
    await user.click(dialog.getByRole('button', { name: 'Keep editing' }))
    expect(descriptionField()).toHaveValue('Mine')
    await click('button', 'Cancel')
    await click('button', 'Discard')
    await waitFor(() => expect(screen.queryByRole('textbox')).not.toBeInTheDocument())
    expect(screen.getByText('At first')).toBeVisible()
    expect(await read()).toMatchObject({ description: 'At first' })
  })

  it('have views with URLs of their own, and keep what was typed if the user stays', async () => {
    const { id } = await openDetails()
    const navigation = within(screen.getByRole('navigation', { name: 'Token' }))
    const path = `/settings/api-tokens/${id}`
    const links = navigation.getAllByRole('link')
    expect(links.map((link) => [link.textContent.trim(), link.getAttribute('href')])).toEqual([
      ['Overview', path],
      ['Requests', `${path}/requests`],
      ['Activity', `${path}/activity`],
      ['Try it', `${path}/try-it`],
    ])
    const current = () =>
      links.filter((link) => link.ariaCurrent === 'page' || link.getAttribute('aria-current'))
    expect(current()).toEqual([links[0]])
    await click('link', 'Try it')
    await screen.findByRole('region', { name: 'Try it' })
    expect(location.pathname).toBe(`${path}/try-it`)
    expect(current()).toEqual([links[3]])
    await click('link', 'Activity')
    await screen.findByRole('table', { name: 'Activity' })
    await click('link', 'Overview')
    await edit()
    await fill(descriptionField(), 'Mine')
    await click('link', 'Requests')
    await click('button', 'Keep editing')
    expect(descriptionField()).toHaveValue('Mine')
  })

  it('delete the token by the menu "More actions"', async () => {
    await openDetails()
    await click('button', 'More actions')
    await click('menuitem', 'Delete token')
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete ShipFast?' }))
    await user.click(dialog.getByRole('button', { name: 'Delete token' }))
    await screen.findByText('No API tokens yet')
  })

  it('show an error at the field for an empty name and for the name of another token', async () => {
    const { backend } = await openDetails()
    await createToken(backend.as('robin.field@example.com'), { name: 'Reports' })
    await edit()
    const changes = () => backend.requests.filter((sent) => sent.startsWith('PATCH')).length
    await fill(nameField(), ' ')
    await save()
    await waitFor(() => nameField({ description: /Enter the name/ }))
    expect(nameField()).toHaveFocus()
    expect(changes()).toBe(0)
    await fill(nameField(), 'Reports')
    await save()
    await waitFor(() =>
      nameField({ description: /already exists\. Open it, or choose another name/ }),
    )
    expect(changes()).toBe(1)
    expect(nameField()).toHaveAttribute('aria-invalid', 'true')
    await waitFor(() => expect(nameField()).toHaveFocus())
  })

  it('show an error for a token that does not exist, with a link to the list', async () => {
    await startBackend()
    await openApp({ at: '/settings/api-tokens/tok_nothing', as: 'admin' })
    await screen.findByRole('heading', { level: 1, name: 'This token does not exist' })
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
    await click('link', 'Go to API Tokens')
    await screen.findByText('No API tokens yet')
  })

  it('delete the token after a dialog, say so, and lead to the list', async () => {
    await openDetails()
    await click('button', 'Delete token')
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete ShipFast?' }))
    await user.click(dialog.getByRole('button', { name: 'Delete token' }))
    await screen.findByText('No API tokens yet')
    await expectStatus('ShipFast was deleted')
  })

  it('keep the input if another Admin deletes the token, and say that it cannot be saved', async () => {
    const { deleteElsewhere } = await openDetails()
    await edit()
    await fill(descriptionField(), 'Updates shipping details')
    await deleteElsewhere()
    announceChange()
    expect(await screen.findByRole('alert')).toHaveTextContent('deleted this token')
    expect(descriptionField()).toHaveValue('Updates shipping details')
    expect(screen.queryByRole('button', { name: 'Save changes' })).not.toBeInTheDocument()
  })

  it('show the changes of another Admin if nothing was typed here', async () => {
    const { changeElsewhere } = await openDetails()
    await changeElsewhere({ name: 'Quickship' })
    announceChange()
    await screen.findByRole('heading', { level: 1, name: 'Quickship' })
    await edit()
    expect(nameField()).toHaveValue('Quickship')
    await changeElsewhere({ name: 'Quicker' })
    announceChange()
    await waitFor(() => expect(nameField()).toHaveValue('Quicker'))
  })

  it('say that another Admin has deleted the token', async () => {
    const { deleteElsewhere } = await openDetails()
    await deleteElsewhere()
    announceChange()
    expect(await screen.findByRole('alert')).toHaveTextContent('This token was deleted.')
    expect(screen.queryByRole('button', { name: 'Edit' })).not.toBeInTheDocument()
    await click('link', 'Go to API Tokens')
    await screen.findByText('No API tokens yet')
  })
})
