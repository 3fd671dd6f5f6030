import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { announceChange } from '#src/api/changes.ts'

import { permissions } from '../kit/builders.ts'
import { openApp, startBackend } from '../kit/vitest.ts'
import { generate } from '../support/tokens.ts'
import { click, fill, user } from './userActions.ts'

/** The details of a token named ShipFast, open in an Admin's browser; another Admin is about. */
async function openDetails(wanted: Parameters<typeof generate>[1] = {}) {
  const { backend, demo } = await startBackend()
  const otherAdmin = backend.as('robin.field@example.com')
  const { id } = (await generate(otherAdmin, { name: 'ShipFast', ...wanted })).body.token
  const resource = `/api/tokens/${id}`
  await openApp({ at: `/settings/api-tokens/${id}`, as: 'admin' })
  await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
  return {
    backend,
    demo,
    read: async () => (await otherAdmin('GET', resource)).body,
    deleteElsewhere: () => otherAdmin('DELETE', resource),
    changeElsewhere: (body: { name?: string; description?: string }) =>
      otherAdmin('PATCH', resource, { headers: { 'If-Match': '*' }, body }),
  }
}

const nameField = (options = {}) => screen.getByRole('textbox', { name: 'Token Name', ...options })
const descriptionField = () => screen.getByRole('textbox', { name: 'Token Description' })

async function save(): Promise<void> {
  await click('button', 'Save changes')
}

async function saidStatus(text: string): Promise<void> {
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(text))
}

describe('the details of a token', () => {
  it('show every feature’s access, which cannot be edited, and say that another one needs a new token', async () => {
    await openDetails({
      accessLevel: 'custom',
      permissions: permissions({ tickets: 'full_access', users: 'read_only' }),
    })
    const access = within(screen.getByRole('region', { name: 'Access' }))
    expect(access.getByText('Custom')).toBeVisible()
    expect(access.getByText('1 feature with Full Access, 1 Read Only')).toBeVisible()
    const terms = access.getAllByRole('term')
    const shown = terms.map((term) => [
      term.textContent,
      term.nextElementSibling?.textContent.trim(),
    ])
    expect(shown).toHaveLength(11)
    expect(shown).toContainEqual(['Tickets', 'Full Access'])
    expect(shown).toContainEqual(['Users', 'Read Only'])
    expect(shown).toContainEqual(['Sales Orders', 'No Access'])
    expect(access.getByText(/cannot be changed.*add a new token/)).toBeVisible()
    for (const role of ['radio', 'checkbox', 'combobox', 'textbox', 'button']) {
      expect(access.queryAllByRole(role)).toEqual([])
    }
  })

  it('lead to the name and the description before anything else of the token’s', async () => {
    await openDetails()
    const order = (one: Node, other: Node) => one.compareDocumentPosition(other)
    const save = screen.getByRole('button', { name: 'Save changes' })
    const sooner = screen.getByRole('button', { name: 'Let it expire sooner' })
    expect(order(save, sooner)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    const access = screen.getByRole('heading', { name: 'Access' })
    expect(order(sooner, access)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })

  it('save another name and description, say so and bear the new name', async () => {
    const { read } = await openDetails()
    await fill(nameField(), 'ShipFaster')
    await fill(descriptionField(), 'Updates shipping details')
    await save()
    await saidStatus('Saved: ShipFaster')
    await screen.findByRole('heading', { level: 1, name: 'ShipFaster' })
    expect(await read()).toMatchObject({
      name: 'ShipFaster',
      description: 'Updates shipping details',
    })
  })

  it('refuse an empty name and another token’s at the field', async () => {
    const { backend } = await openDetails()
    await generate(backend.as('robin.field@example.com'), { name: 'Reports' })
    const changes = () => backend.requests.filter((sent) => sent.startsWith('PATCH')).length
    await fill(nameField(), ' ')
    await save()
    await waitFor(() => nameField({ description: /Enter the name/ }))
    expect(nameField()).toHaveFocus()
    expect(changes()).toBe(0)
    await fill(nameField(), 'Reports')
    await save()
    await waitFor(() => nameField({ description: /Another token has this name/ }))
    expect(changes()).toBe(1)
    expect(nameField()).toHaveAttribute('aria-invalid', 'true')
    await waitFor(() => expect(nameField()).toHaveFocus())
  })

  it('of a token that is not there say so, with a way to the list', async () => {
    await startBackend()
    await openApp({ at: '/settings/api-tokens/tok_nothing', as: 'admin' })
    await screen.findByRole('heading', { level: 1, name: 'This token does not exist' })
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
    await click('link', 'Go to API Tokens')
    await screen.findByText('No API tokens yet')
  })

  it('delete the token after asking, tell of it and lead to the list', async () => {
    await openDetails()
    await click('button', 'Delete token')
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete ShipFast?' }))
    await user.click(dialog.getByRole('button', { name: 'Delete token' }))
    await screen.findByText('No API tokens yet')
    await saidStatus('ShipFast was deleted')
  })

  it('keep what was typed where somebody else deletes the token, and say that it cannot be saved', async () => {
    const { deleteElsewhere } = await openDetails()
    await fill(descriptionField(), 'Updates shipping details')
    await deleteElsewhere()
    announceChange()
    expect(await screen.findByRole('alert')).toHaveTextContent('has deleted this token')
    expect(descriptionField()).toHaveValue('Updates shipping details')
    expect(screen.queryByRole('button', { name: 'Save changes' })).not.toBeInTheDocument()
  })

  it('follow what somebody else saves as long as nothing was typed here', async () => {
    const { changeElsewhere } = await openDetails()
    await changeElsewhere({ name: 'Quickship' })
    announceChange()
    await screen.findByRole('heading', { level: 1, name: 'Quickship' })
    expect(nameField()).toHaveValue('Quickship')
  })
})

describe('where two Admins edit one token', () => {
  async function openConflict() {
    const details = await openDetails({ description: 'At first' })
    await details.changeElsewhere({ description: 'Theirs' })
    await fill(descriptionField(), 'Mine')
    await save()
    const name = 'Somebody else has changed this token'
    return { ...details, dialog: within(await screen.findByRole('dialog', { name })) }
  }

  it('the second one sees both versions before anything is saved', async () => {
    const { dialog, read } = await openConflict()
    const version = (heading: string) =>
      dialog.getByRole('heading', { name: heading }).closest('section')?.textContent
    expect(version('Saved by Robin Field')).toContain('Theirs')
    expect(version('Typed by you')).toContain('Mine')
    expect(version('Typed by you')).not.toContain('Theirs')
    expect(await read()).toMatchObject({ description: 'Theirs' })
    expect(screen.getByRole('status').textContent).toBe('')
  })

  it('and can keep theirs', async () => {
    const { dialog, read } = await openConflict()
    await user.click(dialog.getByRole('button', { name: 'Keep theirs' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(descriptionField()).toHaveValue('Theirs')
    expect(await read()).toMatchObject({ description: 'Theirs' })
  })

  it('or save their own over it', async () => {
    const { dialog, read } = await openConflict()
    await user.click(dialog.getByRole('button', { name: 'Save mine' }))
    await saidStatus('Saved: ShipFast')
    expect(descriptionField()).toHaveValue('Mine')
    expect(await read()).toMatchObject({ description: 'Mine' })
  })

  it('or go on typing, with nothing lost', async () => {
    const { dialog, read } = await openConflict()
    dialog.getByRole('button', { name: 'Keep theirs' }).closest('dialog')?.close()
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(descriptionField()).toHaveValue('Mine')
    expect(await read()).toMatchObject({ description: 'Theirs' })
  })
})
