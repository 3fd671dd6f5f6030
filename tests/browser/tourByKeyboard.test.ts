import { beforeEach, expect, it } from 'vitest'
import { type Locator, page, userEvent } from 'vitest/browser'

import { replaceClipboard, workingClipboard } from './support/clipboard.ts'
import { openTour } from './support/openTour.ts'
import { tourCard } from './support/tourCard.ts'
import {
  actionsButton,
  addLink,
  copyButton,
  deleteButton,
  deleteItem,
  descriptionField,
  editButton,
  generateButton,
  levels,
  nameField,
  returnButton,
  saveButton,
  settingsLink,
  tokenLink,
  tokensLink,
} from './support/tourSteps.ts'

beforeEach(() => replaceClipboard(workingClipboard))

const press = (key: string) => userEvent.keyboard(`{${key}}`)

/** Moves the focus from the page to the card, and from there to its target. */
async function focusTarget(title: string, target: Locator): Promise<void> {
  await expect.element(tourCard(title)).toBeVisible()
  await press('F6')
  await expect.element(tourCard(title)).toHaveFocus()
  await press('F6')
  await expect.element(target).toHaveFocus()
}

/** Presses the first button of the card, which has the focus. */
async function pressNext(title: string): Promise<void> {
  await expect.element(tourCard(title)).toHaveFocus()
  await press('Tab')
  await press('Enter')
}

async function expectHeading(name: string): Promise<void> {
  await expect.element(page.getByRole('heading', { level: 1, name })).toHaveFocus()
}

it('can be completed by keyboard alone', { timeout: 120_000 }, async () => {
  await openTour({ as: 'admin', at: '/settings/api-tokens' })
  await pressNext('A tour of API tokens')
  await pressNext('A token unlocks eDesk for another application')
  await pressNext('One token for each application, in three types')
  await expect.element(tourCard('Tokens live in Settings')).toHaveFocus()
  await press('F6')
  await expect.element(settingsLink).toHaveFocus()
  await press('Enter')

  await expectHeading('Settings')
  await focusTarget('Go to API Tokens', tokensLink)
  await press('Enter')
  await expectHeading('API Tokens')
  await focusTarget('All your tokens are listed here', addLink)
  await press('Enter')

  await expectHeading('Add a token')
  await focusTarget('Name it after the application', nameField)
  await userEvent.keyboard('ShipFast')
  await expect.element(tourCard('Name it after the application')).toBeVisible()
  await press('Tab')
  await expect.element(tourCard('Say what it is for')).toBeVisible()
  await expect.element(descriptionField, { message: 'The focus must not move.' }).toHaveFocus()
  await userEvent.keyboard('Updates shipping details')
  await expect.element(descriptionField).toHaveValue('Updates shipping details')
  await press('Tab')
  await expect.element(tourCard('Decide how much it may do')).toBeVisible()
  await userEvent.keyboard(' ')
  // Vitest includes the alternative text of generated content (`content: '' / ''`) in the accessible name.
  await expect.element(levels.getByRole('radio', { name: /^Read-only/ })).toBeChecked()
  await press('F6')
  await pressNext('Decide how much it may do')
  await expect.element(tourCard('Ready to generate')).toHaveFocus()
  await press('F6')
  await expect.element(generateButton).toHaveFocus()
  await press('Enter')

  await expectHeading('Copy your API key')
  await focusTarget('Copy the key now', copyButton)
  await press('Enter')
  await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  await focusTarget('The key is on your clipboard', returnButton)
  await press('Enter')

  await expectHeading('API Tokens')
  await focusTarget('Your token is in the list', tokenLink)
  await press('Enter')
  await expectHeading('ShipFast')
  await focusTarget('Keep details current', editButton)
  await press('Enter')
  await expect.element(descriptionField).toBeVisible()
  await focusTarget('Keep details current', descriptionField)
  await press('End')
  await userEvent.keyboard(' and stock')
  await press('F6')
  await pressNext('Keep details current')
  await expect.element(tourCard('Save your change')).toHaveFocus()
  await press('F6')
  await expect.element(saveButton).toHaveFocus()
  await press('Enter')
  await expect.element(tourCard('The access cannot change')).toBeVisible()
  await press('F6')
  await pressNext('The access cannot change')
  await expect.element(tourCard('Back to the list')).toHaveFocus()
  await press('F6')
  await press('Enter')

  await expectHeading('API Tokens')
  await focusTarget('Delete a token that nobody uses', actionsButton)
  await press('Enter')
  await expect.element(page.getByRole('menuitem').first()).toHaveFocus()
  await press('End')
  await expect.element(deleteItem).toHaveFocus()
  await press('Enter')
  await expect.element(page.getByRole('button', { name: 'Cancel' })).toHaveFocus()
  await focusTarget('Confirm the deletion', deleteButton)
  await press('Enter')
  const last = tourCard('You have finished the tour')
  await expect.element(last).toBeVisible()
  await press('F6')
  await expect.element(last).toHaveFocus()
  await press('Escape')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  await expectHeading('API Tokens')
})
