import { type Locator, page } from 'vitest/browser'

import { expectCard } from './tourCard.ts'

interface TourStep {
  title: string
  /** The element that the card points at. */
  target?: Locator
  /** The action of a user with a mouse. */
  act: () => Promise<void>
}

export const settingsLink = page
  .getByRole('navigation', { name: 'Main' })
  .getByRole('link', { name: 'Settings', exact: true })
export const tokensLink = page.getByRole('link', { name: 'API Tokens', exact: true }).first()
export const addLink = page.getByRole('link', { name: 'Add a token', exact: true })
export const nameField = page.getByRole('textbox', { name: 'Token Name' })
export const descriptionField = page.getByRole('textbox', { name: 'Token Description' })
export const levels = page.getByRole('radiogroup', { name: 'Select Access Level' })
export const generateButton = page.getByRole('button', { name: 'Generate token' })
export const copyButton = page.getByRole('button', { name: 'Copy', exact: true })
export const returnButton = page.getByRole('button', { name: 'Return to Token List' })
export const tokenLink = page.getByRole('link', { name: 'ShipFast', exact: true })
export const editButton = page.getByRole('button', { name: 'Edit', exact: true })
export const saveButton = page.getByRole('button', { name: 'Save changes' })
export const actionsButton = page.getByRole('button', { name: 'Actions for ShipFast' })
export const deleteItem = page.getByRole('menuitem', { name: 'Delete token' })
export const deleteButton = page
  .getByRole('dialog', { name: 'Delete ShipFast?' })
  .getByRole('button', { name: 'Delete token' })
const salesOrders = page.getByRole('radiogroup', { name: 'Sales Orders', exact: true })

/** Clicks the button of the tour that goes to the next step. */
export function next(): Promise<void> {
  return page.getByRole('button', { name: /^(Next|Start the tour)$/ }).click()
}

/** The steps of the whole tour. */
export const tourSteps: readonly TourStep[] = [
  { title: 'A tour of API tokens', act: next },
  {
    title: 'A token unlocks eDesk for another application',
    target: page.getByRole('link', { name: 'Where is my order?' }),
    act: next,
  },
  { title: 'One token for each application, in three types', act: next },
  {
    title: 'Tokens live in Settings',
    target: settingsLink,
    act: () => settingsLink.click(),
  },
  { title: 'Go to API Tokens', act: () => tokensLink.click() },
  { title: 'All your tokens are listed here', target: addLink, act: () => addLink.click() },
  {
    title: 'Name it after the application',
    target: nameField,
    async act() {
      await nameField.fill('ShipFast')
      await descriptionField.click()
    },
  },
  {
    title: 'Say what it is for',
    target: descriptionField,
    async act() {
      await descriptionField.fill('Updates shipping details')
      await next()
    },
  },
  {
    title: 'Decide how much it may do',
    target: levels,
    async act() {
      await levels.getByRole('radio', { name: 'Custom' }).click()
      await next()
    },
  },
  {
    title: 'Feature by feature',
    target: salesOrders,
    async act() {
      await salesOrders.getByRole('radio', { name: 'Full Access' }).click()
      await next()
    },
  },
  { title: 'Ready to generate', target: generateButton, act: () => generateButton.click() },
  { title: 'Copy the key now', target: copyButton, act: () => copyButton.click() },
  {
    title: 'The key is on your clipboard',
    target: returnButton,
    act: () => returnButton.click(),
  },
  { title: 'Your token is in the list', target: tokenLink, act: () => tokenLink.click() },
  {
    title: 'Keep details current',
    target: editButton,
    async act() {
      await editButton.click()
      await descriptionField.fill('Updates shipping details and stock')
      await next()
    },
  },
  {
    title: 'Save your change',
    target: saveButton,
    act: () => saveButton.click(),
  },
  {
    title: 'The access cannot change',
    target: page.getByRole('heading', { name: 'Access', exact: true }),
    act: next,
  },
  { title: 'Back to the list', act: () => tokensLink.click() },
  {
    title: 'Delete a token that nobody uses',
    target: actionsButton,
    async act() {
      await actionsButton.click()
      const menu = page.getByRole('menu', { name: 'Actions for ShipFast' })
      await expectCard('Delete a token that nobody uses', menu)
      await deleteItem.click()
    },
  },
  { title: 'Confirm the deletion', target: deleteButton, act: () => deleteButton.click() },
  {
    title: 'You have finished the tour',
    act: () => page.getByRole('button', { name: 'Finish' }).click(),
  },
]
