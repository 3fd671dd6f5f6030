import type { Locator } from '@playwright/test'

import { assertOneOf } from '../assertOneOf.ts'
import { DeleteDialog } from './deleteDialog.ts'
import { PauseDialog } from './pauseDialog.ts'
import { RetireDialog } from './retireDialog.ts'
import { BasePage } from './basePage.ts'
import { click, clickInDialog, fill, find } from './find.ts'
import { addressFields, limitAddresses } from './limitAddresses.ts'
import { TryIt } from './tryIt.ts'

const views = ['Overview', 'Requests', 'Activity', 'Try it'] as const

/** `/settings/api-tokens/{id}`: the token's name is the heading. */
export class TokenDetailsPage extends BasePage {
  /** The links to the overview, the requests, the activity and Try it. */
  readonly navigation = this.page.getByRole('navigation', { name: 'Token', exact: true })
  readonly editButton = this.page.getByRole('button', { name: 'Edit', exact: true })
  /** After `editButton`, as the description and `saveButton`. */
  readonly name = this.page.getByRole('textbox', { name: 'Token Name', exact: true })
  readonly description = this.page.getByRole('textbox', { name: 'Token Description', exact: true })
  /** After `editButton`: "Anywhere" or "Only these addresses". */
  readonly allowedAddresses = addressFields(this.page).allowedAddresses
  /** One a line. Only present with "Only these addresses". */
  readonly addresses = addressFields(this.page).addresses
  readonly saveButton = this.page.getByRole('button', { name: 'Save changes', exact: true })
  readonly deleteButton = this.page
    .getByRole('region', { name: 'Delete this token', exact: true })
    .getByRole('button', { name: 'Delete token', exact: true })
  /** The menu with "Delete token". */
  readonly moreActionsButton = this.page.getByRole('button', { name: 'More actions', exact: true })
  /** Absent while the token is being replaced. */
  readonly replaceButton = this.page.getByRole('button', { name: 'Replace token', exact: true })
  /** The other token of a replacement. The old and the new token both show it while both exist. */
  readonly pair = this.page.getByRole('region', { name: /^(Being replaced|Replaces)$/ })
  readonly retireButton = this.pair.getByRole('button', { name: 'Retire the old key', exact: true })
  readonly retireDialog = new RetireDialog(this.page)
  /** Absent if there is no advice. */
  readonly advice = this.page.getByRole('region', { name: 'Advice', exact: true })
  readonly pauseButton = this.page.getByRole('button', { name: 'Pause token', exact: true })
  readonly resumeButton = this.page.getByRole('button', { name: 'Resume token', exact: true })
  readonly shortenButton = this.page.getByRole('button', {
    name: /^(Bring expiry forward|Set an expiry date)$/,
  })
  /** The new last day, while the expiration is being shortened. */
  readonly expiresOn = this.page.getByRole('textbox', { name: 'Expires on', exact: true })
  /** The title of the note about an expired token. */
  readonly expiredNote = this.page.getByText('This token has expired', { exact: true })
  /** "This token expires in 6 days". Shown in the last two weeks. */
  readonly expiringNote = this.page.getByText(/^This token expires /)
  /** "This token was paused 5 minutes ago". Shown while the token is paused. */
  readonly pausedNote = this.page.getByText(/^This token was paused /)
  /** "ShipFast was used from a new address, 203.0.113.7, by curl", until an Admin confirms it. */
  readonly newPlaceNote = this.page.getByText(
    / (new address|new program|new addresses|new programs)(, |$)/,
  )
  readonly confirmPlaceButton = this.page.getByRole('button', {
    name: 'That is right',
    exact: true,
  })
  /** Absent if only a program is new. */
  readonly limitButton = this.page.getByRole('button', {
    name: 'Limit to earlier addresses',
    exact: true,
  })
  /** The access level and the features, read-only. */
  readonly access = this.page.getByRole('region', { name: 'Access', exact: true })
  /** The requests with the key of this token, newest first: the latest ones in the overview, and all in their own view. */
  readonly requests = this.page.getByRole('table', { name: 'Requests', exact: true })
  /** The places that this token is used from, the last one first. In the view "requests". */
  readonly usedFrom = this.page.getByRole('table', { name: 'Used from', exact: true })
  /** The changes to this token, newest first. In the view "activity". */
  readonly activity = this.page.getByRole('table', { name: 'Activity', exact: true })
  readonly neverUsedNote = this.page.getByText('This token has not been used', { exact: true })
  /** In the view "try-it". */
  readonly tryIt = new TryIt(this.page)
  /** Shown if another Admin has changed the token meanwhile. Offers both versions. */
  readonly conflictDialog = this.dialog('Someone else changed this token')
  readonly discardDialog = this.dialog('Discard what you typed?')

  /** Opens the overview, or another view. */
  async open(tokenId: string, view?: 'requests' | 'activity' | 'try-it'): Promise<void> {
    if (view !== undefined)
      assertOneOf('a view of a token', view, ['requests', 'activity', 'try-it'])
    const overview = `/settings/api-tokens/${encodeURIComponent(tokenId)}`
    await this.tab.openAsUser(view ? `${overview}/${view}` : overview)
  }

  /** Goes to another view by its link. */
  async show(view: (typeof views)[number]): Promise<void> {
    assertOneOf('a view of a token', view, views)
    const link = this.navigation.getByRole('link', { name: view, exact: true })
    await click(link, `link "${view}"`, this.navigation.getByRole('link'))
  }

  /** Starts editing, and fills in the fields. */
  async edit(
    wanted: { name?: string; description?: string; addresses?: readonly string[] } = {},
  ): Promise<void> {
    await this.#press(this.editButton, 'Edit')
    if (wanted.name !== undefined) await fill(this.name, 'Token Name', wanted.name)
    if (wanted.description !== undefined)
      await fill(this.description, 'Token Description', wanted.description)
    if (wanted.addresses !== undefined) await limitAddresses(this, wanted.addresses)
  }

  /** Submits the form. The test waits for the outcome itself: the heading, a status message, a dialog or an alert. */
  async save(): Promise<void> {
    await this.#press(this.saveButton, 'Save changes')
  }

  /** Deletes the token, and confirms the dialog. */
  async deleteToken(): Promise<void> {
    const tokenName = await this.#tokenName(this.deleteButton, 'Delete token')
    await this.#press(this.deleteButton, 'Delete token')
    await clickInDialog(new DeleteDialog(this.page, tokenName).deleteButton, 'Delete token')
  }

  /** Opens `replaceTokenPage`. */
  async replaceToken(): Promise<void> {
    await this.#press(this.replaceButton, 'Replace token')
  }

  /** Retires the old key, and confirms the dialog. */
  async retireOldKey(): Promise<void> {
    await this.#press(this.retireButton, 'Retire the old key')
    await clickInDialog(this.retireDialog.retireButton, 'Retire the old key')
  }

  /** Pauses the token, and confirms the dialog. */
  async pause(): Promise<void> {
    const tokenName = await this.#tokenName(this.pauseButton, 'Pause token')
    await this.#press(this.pauseButton, 'Pause token')
    await clickInDialog(new PauseDialog(this.page, tokenName).pauseButton, 'Pause token')
  }

  /** Confirms that the token is rightly used from its new address, or by its new program. */
  async confirmPlace(): Promise<void> {
    await this.#press(this.confirmPlaceButton, 'That is right')
  }

  /** Starts editing, with the addresses that the token was used from before. */
  async limitToEarlierAddresses(): Promise<void> {
    await this.#press(this.limitButton, 'Limit to earlier addresses')
  }

  async resume(): Promise<void> {
    await this.#press(this.resumeButton, 'Resume token')
  }

  /** Lets the token expire at the end of an earlier day: "2026-12-31". */
  async shorten(lastDay: string): Promise<void> {
    await this.#press(this.shortenButton, 'Bring expiry forward')
    await fill(this.expiresOn, 'Expires on', lastDay)
    const saveButton = this.page.getByRole('button', { name: 'Save date', exact: true })
    await this.#press(saveButton, 'Save date')
  }

  /** Discards the own changes in the conflict dialog. */
  async keepTheirs(): Promise<void> {
    await this.#settle('Keep theirs')
  }

  /** Overwrites the other changes in the conflict dialog. */
  async saveMine(): Promise<void> {
    await this.#settle('Save mine')
  }

  async #press(button: Locator, name: string): Promise<void> {
    await click(button, `button "${name}"`, this.mainButtons)
  }

  /** Returns the token's name. The heading has it as soon as the page has this button. */
  async #tokenName(button: Locator, name: string): Promise<string> {
    await find(button, `button "${name}"`, this.mainButtons)
    return (await this.heading.textContent()) ?? ''
  }

  /** Presses a button in the conflict dialog. */
  async #settle(name: string): Promise<void> {
    const button = this.conflictDialog.getByRole('button', { name, exact: true })
    await clickInDialog(button, name)
  }
}
