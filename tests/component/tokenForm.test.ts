import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { createToken } from '../support/tokens.ts'
import {
  openForm,
  nameField,
  descriptionField,
  levels,
  submit,
  choose,
  featureGroup,
  give,
  expectKeyPage,
} from './tokenFormPage.ts'
import { click, fill, user } from './userActions.ts'

const family = '👨‍👩‍👧‍👦'

describe('the form for a new token', () => {
  it('has the groups "General" and "Permissions", with nothing selected at first', async () => {
    await openForm()
    const general = within(screen.getByRole('group', { name: 'General' }))
    expect(general.getByRole('textbox', { name: 'Token Name' })).toHaveProperty('required', true)
    expect(general.getByRole('textbox', { name: 'Token Description' })).toHaveValue('')
    const permissions = within(screen.getByRole('group', { name: 'Permissions' }))
    expect(permissions.getAllByRole('radiogroup')).toHaveLength(1)
    expect(permissions.getAllByRole('radio')).toHaveLength(3)
    expect(permissions.queryAllByRole('radio', { checked: true })).toEqual([])
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('describes each access level, and keeps the description out of the accessible name', async () => {
    await openForm()
    const meanings = {
      'Read-only': /only get data/,
      'Full Access': /get, create, update and delete/,
      Custom: /feature by feature/,
    }
    for (const [name, description] of Object.entries(meanings)) {
      expect(levels().getByRole('radio', { name, description })).toBeVisible()
    }
  })

  it('shows an error at each missing field, focuses the first one, and sends nothing', async () => {
    const { creations } = await openForm()
    await submit()
    const description = 'Enter the name of the application that will use the token.'
    await waitFor(() => nameField({ description }))
    expect(nameField()).toHaveAttribute('aria-invalid', 'true')
    expect(nameField()).toHaveFocus()
    const group = screen.getByRole('radiogroup', {
      name: 'Select Access Level',
      description: /Choose what the application may do\./,
    })
    expect(group).toHaveAttribute('aria-invalid', 'true')
    expect(descriptionField().getAttribute('aria-invalid')).toBeNull()
    expect(creations()).toBe(0)
  })

  it('focuses the access level if only that is missing, and removes the error after a choice', async () => {
    await openForm()
    await fill(nameField(), 'ShipFast')
    await submit()
    await waitFor(() => expect(levels().getByRole('radio', { name: 'Read-only' })).toHaveFocus())
    expect(nameField().getAttribute('aria-invalid')).toBeNull()
    await choose('Full Access')
    const group = screen.getByRole('radiogroup', { name: 'Select Access Level' })
    await waitFor(() => expect(group.getAttribute('aria-invalid')).toBeNull())
    expect(screen.queryByText('Choose what the application may do.')).not.toBeInTheDocument()
  })

  it.each(['a', family])('rejects 81 times "%s" at the field, accepts 80', async (character) => {
    const { creations, backend } = await openForm()
    await choose('Read-only')
    await fill(nameField(), character.repeat(81))
    await submit()
    await waitFor(() => nameField({ description: /too long.*80 characters/ }))
    expect(nameField()).toHaveFocus()
    expect(creations()).toBe(0)

    await fill(nameField(), character.repeat(80))
    await submit()
    await expectKeyPage()
    const [token] = await backend.tokens()
    expect(token?.name).toBe(character.repeat(80))
  })

  it('rejects a key in the name or the description, and does not send it', async () => {
    const { backend, creations } = await openForm()
    const { body } = await createToken(backend.as('admin'), { name: 'ShipFast' })
    const before = creations()
    const key = body.key ?? ''
    await choose('Read-only')
    await fill(nameField(), key)
    await fill(descriptionField(), `Authorization: ${btoa(`user:${key}`)}`)
    await submit()
    await waitFor(() => nameField({ description: /contains an API key/ }))
    screen.getByRole('textbox', {
      name: 'Token Description',
      description: /contains an API key/,
    })
    expect(creations()).toBe(before)
  })

  it('shows an error of the API at the field, until the name changes', async () => {
    const { backend } = await openForm()
    await createToken(backend.as('robin.field@example.com'), { name: 'ShipFast' })
    await fill(nameField(), 'shipfast')
    await fill(descriptionField(), 'Updates shipping details')
    await choose('Read-only')
    await submit()
    await waitFor(() =>
      nameField({ description: /“.*ShipFast.*” already exists\. Open it, or choose/ }),
    )
    expect(nameField()).toHaveAttribute('aria-invalid', 'true')
    expect(nameField()).toHaveFocus()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    const link = screen.getByRole('link', { name: 'Open ShipFast in a new tab' })
    const [token] = await backend.tokens()
    expect(link).toHaveAttribute('href', `/settings/api-tokens/${token?.id}`)
    expect(link).toHaveAttribute('target', '_blank')

    await fill(nameField(), 'ShipFaster')
    expect(screen.queryByRole('link', { name: /^Open ShipFast/ })).not.toBeInTheDocument()
    await waitFor(() => nameField({ description: /Name it after the application/ }))
    expect(nameField().getAttribute('aria-invalid')).toBeNull()
    expect(descriptionField()).toHaveValue('Updates shipping details')
    await submit()
    await expectKeyPage()
  })

  it('says that a name is taken as soon as its field is left, and lets the service decide', async () => {
    const { backend, creations } = await openForm()
    await createToken(backend.as('robin.field@example.com'), { name: 'ShipFast' })
    const before = creations()
    await user.click(nameField())
    await fill(nameField(), 'ship fast')
    await user.click(descriptionField())
    await waitFor(() => nameField({ description: /“.*ShipFast.*” already exists/ }))
    expect(screen.getByRole('link', { name: 'Open ShipFast in a new tab' })).toBeVisible()
    expect(creations()).toBe(before)

    const [token] = await backend.tokens()
    await backend.as('admin')('DELETE', `/api/tokens/${token?.id}`)
    await choose('Read-only')
    await submit()
    await expectKeyPage()
  })

  it('sends no key that was typed as a name to find out whether it is taken', async () => {
    const { backend } = await openForm()
    const { body } = await createToken(backend.as('admin'), { name: 'ShipFast' })
    await user.click(nameField())
    await fill(nameField(), body.key ?? '')
    const sent = backend.requests.length
    await user.click(descriptionField())
    await new Promise((resolve) => setTimeout(resolve, 50))
    const searches = backend.requests.slice(sent).filter((each) => each.includes('/api/token'))
    expect(searches).toEqual([])
  })

  it('says that the token with the name has expired, and leads to it', async () => {
    const { backend } = await openForm()
    await createToken(backend.as('admin'), { name: 'ShipFast' })
    await backend.storage.write(async (db) => {
      const [token] = await db.all('tokens')
      if (token) await db.put('tokens', { ...token, expiresAt: '2026-11-01T00:00:00.000Z' })
    })
    await fill(nameField(), 'shipfast')
    await choose('Read-only')
    await submit()
    await waitFor(() => nameField({ description: /already exists and has expired/ }))
    expect(screen.getByRole('link', { name: 'Open ShipFast in a new tab' })).toBeVisible()
  })

  it('keeps the input after a failure, shows the error, and can be submitted again', async () => {
    const { backend } = await openForm()
    backend.network.use(
      http.post('*/api/tokens', () => HttpResponse.json({}, { status: 503 }), { once: true }),
    )
    await fill(nameField(), 'ShipFast')
    await fill(descriptionField(), 'Updates shipping details')
    await choose('Custom')
    await give('Tickets', 'Read Only')
    await submit()
    expect(await screen.findByRole('alert')).toHaveTextContent('Generate token again')
    expect(nameField()).toHaveValue('ShipFast')
    expect(descriptionField()).toHaveValue('Updates shipping details')
    const tickets = await featureGroup('Tickets')
    expect(tickets.getByRole('radio', { name: 'Read Only', checked: true })).toBeVisible()
    await submit()
    await expectKeyPage()
  })

  it('sends one request, even if it is submitted several times', async () => {
    const { creations, backend } = await openForm()
    await fill(nameField(), 'ShipFast')
    await choose('Read-only')
    await submit()
    await submit()
    await submit()
    await expectKeyPage()
    expect(creations()).toBe(1)
    expect(await backend.tokens()).toHaveLength(1)
  })

  it('asks for confirmation before the input is discarded', async () => {
    await openForm()
    await fill(nameField(), 'ShipFast')
    await click('button', 'Cancel')
    const dialog = await screen.findByRole('dialog', { name: 'Discard what you typed?' })
    await user.click(within(dialog).getByRole('button', { name: 'Keep editing' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(nameField()).toHaveValue('ShipFast')
    await click('button', 'Cancel')
    await screen.findByRole('dialog', { name: 'Discard what you typed?' })
    await click('button', 'Discard')
    await screen.findByText('No API tokens yet')
  })
})
