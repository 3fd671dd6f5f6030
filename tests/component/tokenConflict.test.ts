import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { descriptionField, edit, nameField, openDetails, save } from './tokenDetailsPage.ts'
import { click, expectStatus, fill, user } from './userActions.ts'

describe('a conflict between two Admins', () => {
  async function openConflict() {
    const details = await openDetails({ description: 'At first' })
    await details.changeElsewhere({ description: 'Theirs' })
    await edit()
    await fill(descriptionField(), 'Mine')
    await save()
    const name = 'Someone else changed this token'
    return { ...details, dialog: within(await screen.findByRole('dialog', { name })) }
  }

  it('shows both versions before anything is saved', async () => {
    const { dialog, read } = await openConflict()
    const version = (heading: string) =>
      dialog.getByRole('heading', { name: heading }).closest('section')?.textContent
    expect(version('Saved by Robin Field')).toContain('Theirs')
    expect(version('Typed by you')).toContain('Mine')
    expect(version('Typed by you')).not.toContain('Theirs')
    expect(await read()).toMatchObject({ description: 'Theirs' })
    expect(screen.getByRole('status').textContent).toBe('')
  })

  it('can keep the version of the other Admin', async () => {
    const { dialog, read } = await openConflict()
    await user.click(dialog.getByRole('button', { name: 'Keep theirs' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(await screen.findByText('Theirs')).toBeVisible()
    expect(await read()).toMatchObject({ description: 'Theirs' })
  })

  it('can overwrite the version of the other Admin', async () => {
    const { dialog, read } = await openConflict()
    await user.click(dialog.getByRole('button', { name: 'Save mine' }))
    await expectStatus('Saved: ShipFast')
    expect(await screen.findByText('Mine')).toBeVisible()
    expect(await read()).toMatchObject({ description: 'Mine' })
  })

  it('can be settled for each field if both differ', async () => {
    const { changeElsewhere, read } = await openDetails({ description: 'At first' })
    await edit()
    await changeElsewhere({ name: 'Quickship', description: 'Theirs' })
    await fill(nameField(), 'ShipFaster')
    await fill(descriptionField(), 'Mine')
    await save()
    const select = await screen.findByRole('combobox', { name: 'Keep for Token Name' })
    await user.selectOptions(select, 'Saved by Robin Field')
    await click('button', 'Save selection')
    await expectStatus('Saved: Quickship')
    expect(await read()).toMatchObject({ name: 'Quickship', description: 'Mine' })
  })

  it('can be closed without losing the input', async () => {
    const { dialog, read } = await openConflict()
    await user.click(dialog.getByRole('button', { name: 'Keep editing' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(descriptionField()).toHaveValue('Mine')
    expect(await read()).toMatchObject({ description: 'Theirs' })
  })

  it('shows why the other version cannot be loaded, until it can', async () => {
    const { demo, changeElsewhere } = await openDetails({ description: 'At first' })
    await changeElsewhere({ description: 'Theirs' })
    await edit()
    await fill(descriptionField(), 'Mine')
    await demo.setView({ faults: [{ operation: 'getToken', what: 500, when: 'always' }] })
    await save()
    expect(await screen.findByRole('alert')).toHaveTextContent('eDesk')
    expect(descriptionField()).toHaveValue('Mine')
    await demo.setView({ faults: [] })
    await save()
    await click('button', 'Save mine')
    await expectStatus('Saved: ShipFast')
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })
})
