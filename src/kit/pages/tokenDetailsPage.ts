import type { Locator } from '@playwright/test'

import { assertOneOf } from '../assertOneOf.ts'
import type { MessageKey } from '../words/messageKey.ts'
import { DeleteDialog } from './deleteDialog.ts'
import { PauseDialog } from './pauseDialog.ts'
import { RetireDialog } from './retireDialog.ts'
import { BasePage } from './basePage.ts'
import { click, clickInDialog, fill, find } from './find.ts'
import { addressFields, limitAddresses } from './limitAddresses.ts'
import { TryIt } from './tryIt.ts'

const views = {
  Overview: 'tokenDetails.views.overview',
  Requests: 'tokenDetails.views.requests',
  Activity: 'tokenDetails.views.activity',
  'Try it': 'tokenDetails.views.try-it',
} as const

/** `/settings/api-tokens/{id}`: the token's name is the heading. */
export class TokenDetailsPage extends BasePage {
  /** The links to the overview, the requests, the activity and Try it. */
  readonly navigation = this.named('navigation', 'tokenDetails.navigation')
  readonly editButton = this.named('button', 'tokenDetails.edit')
  /** After `editButton`, as the description and `saveButton`. */
  readonly name = this.named('textbox', 'tokenForm.name')
  readonly description = this.named('textbox', 'tokenForm.description')
  /** After `editButton`: "Anywhere" or "Only these addresses". */
  readonly allowedAddresses = addressFields(this.page).allowedAddresses
  /** One a line. Only present with "Only these addresses". */
  readonly addresses = addressFields(this.page).addresses
  readonly saveButton = this.named('button', 'tokenDetails.save')
  readonly deleteButton = this.named('region', 'tokenDetails.dangerTitle').getByRole(
    'button',
    this.words.named('lifecycle.delete'),
  )
  /** The menu with "Delete token". */
  readonly moreActionsButton = this.named('button', 'tokenDetails.moreActions')
  /** Absent while the token is being replaced. */
  readonly replaceButton = this.named('button', 'lifecycle.replace')
  /** The other token of a replacement. The old and the new token both show it while both exist. */
  readonly pair = this.named('region', [
    'replacement.status.beingReplaced',
    'replacement.status.replaces',
  ])
  readonly retireButton = this.pair.getByRole(
    'button',
    this.words.named('replacement.status.retire'),
  )
  readonly retireDialog = new RetireDialog(this.page)
  /** Absent if there is no advice. */
  readonly advice = this.named('region', 'apiTokens.pages.advice')
  readonly pauseButton = this.named('button', 'lifecycle.pause')
  readonly resumeButton = this.named('button', 'lifecycle.resume')
  readonly shortenButton = this.named('button', ['lifecycle.shorten.open', 'lifecycle.shorten.set'])
  /** The new last day, while the expiration is being shortened. */
  readonly expiresOn = this.named('textbox', 'expiry.date')
  /** The title of the note about an expired token. */
  readonly expiredNote = this.saying('lifecycle.expired.title')
  /** "This token expires in 6 days". Shown in the last two weeks. */
  readonly expiringNote = this.saying('lifecycle.expiring.title')
  /** "This token was paused 5 minutes ago". Shown while the token is paused. */
  readonly pausedNote = this.saying('lifecycle.paused.title')
  /** "ShipFast was used from a new address, 203.0.113.7, by curl", until an Admin confirms it. */
  readonly newPlaceNote = this.saying([
    'places.new.address',
    'places.new.addresses',
    'places.new.program',
    'places.new.programs',
  ])
  readonly confirmPlaceButton = this.named('button', 'places.new.confirm')
  /** Absent if only a program is new. */
  readonly limitButton = this.named('button', 'tokenDetails.newPlace.limit')
  /** The access level and the features, read-only. */
  readonly access = this.named('region', 'tokenDetails.access')
  /** The requests with the key of this token, newest first: the latest ones in the overview, and all in their own view. */
  readonly requests = this.named('table', 'requests.table')
  /** The places that this token is used from, the last one first. In the view "requests". */
  readonly usedFrom = this.named('table', 'requests.places.heading')
  /** The changes to this token, newest first. In the view "activity". */
  readonly activity = this.named('table', 'activity.table')
  readonly neverUsedNote = this.saying('requests.none')
  /** In the view "try-it". */
  readonly tryIt = new TryIt(this.page)
  /** Shown if another Admin has changed the token meanwhile. Offers both versions. */
  readonly conflictDialog = this.named('dialog', 'tokenDetails.conflict.title')
  readonly discardDialog = this.named('dialog', 'tokenDetails.discardTitle')

  /** Opens the overview, or another view. */
  async open(tokenId: string, view?: 'requests' | 'activity' | 'try-it'): Promise<void> {
    if (view !== undefined)
      assertOneOf('a view of a token', view, ['requests', 'activity', 'try-it'])
    const overview = `/settings/api-tokens/${encodeURIComponent(tokenId)}`
    await this.tab.openAsUser(view ? `${overview}/${view}` : overview)
  }

  /** Goes to another view by its link. */
  async show(view: keyof typeof views): Promise<void> {
    assertOneOf('a view of a token', view, Object.keys(views))
    const link = this.navigation.getByRole('link', this.words.named(views[view]))
    const what = this.words.describe('link', views[view])
    await click(link, what, this.navigation.getByRole('link'))
  }

  /** Starts editing, and fills in the fields. */
  async edit(
    wanted: { name?: string; description?: string; addresses?: readonly string[] } = {},
  ): Promise<void> {
    await this.#press(this.editButton, 'tokenDetails.edit')
    if (wanted.name !== undefined)
      await fill(this.name, this.words.text('tokenForm.name'), wanted.name)
    if (wanted.description !== undefined)
      await fill(this.description, this.words.text('tokenForm.description'), wanted.description)
    if (wanted.addresses !== undefined) await limitAddresses(this, wanted.addresses)
  }

  /** Submits the form. The test waits for the outcome itself: the heading, a status message, a dialog or an alert. */
  async save(): Promise<void> {
    await this.#press(this.saveButton, 'tokenDetails.save')
  }

  /** Deletes the token, and confirms the dialog. */
  async deleteToken(): Promise<void> {
    const tokenName = await this.#tokenName(this.deleteButton, 'lifecycle.delete')
    await this.#press(this.deleteButton, 'lifecycle.delete')
    await clickInDialog(new DeleteDialog(this.page, tokenName).dialog, 'lifecycle.deletion.confirm')
  }

  /** Opens `replaceTokenPage`. */
  async replaceToken(): Promise<void> {
    await this.#press(this.replaceButton, 'lifecycle.replace')
  }

  /** Retires the old key, and confirms the dialog. */
  async retireOldKey(): Promise<void> {
    await this.#press(this.retireButton, 'replacement.status.retire')
    await clickInDialog(this.retireDialog.dialog, 'replacement.retirement.confirm')
  }

  /** Pauses the token, and confirms the dialog. */
  async pause(): Promise<void> {
    const tokenName = await this.#tokenName(this.pauseButton, 'lifecycle.pause')
    await this.#press(this.pauseButton, 'lifecycle.pause')
    await clickInDialog(new PauseDialog(this.page, tokenName).dialog, 'lifecycle.pause')
  }

  /** Confirms that the token is rightly used from its new address, or by its new program. */
  async confirmPlace(): Promise<void> {
    await this.#press(this.confirmPlaceButton, 'places.new.confirm')
  }

  /** Starts editing, with the addresses that the token was used from before. */
  async limitToEarlierAddresses(): Promise<void> {
    await this.#press(this.limitButton, 'tokenDetails.newPlace.limit')
  }

  async resume(): Promise<void> {
    await this.#press(this.resumeButton, 'lifecycle.resume')
  }

  /** Lets the token expire at the end of an earlier day: "2026-12-31". */
  async shorten(lastDay: string): Promise<void> {
    await this.#press(this.shortenButton, 'lifecycle.shorten.open')
    await fill(this.expiresOn, this.words.text('expiry.date'), lastDay)
    const saveButton = this.named('button', 'lifecycle.shorten.save')
    await this.#press(saveButton, 'lifecycle.shorten.save')
  }

  /** Discards the own changes in the conflict dialog. */
  async keepTheirs(): Promise<void> {
    await this.#settle('tokenDetails.conflict.keepTheirs')
  }

  /** Overwrites the other changes in the conflict dialog. */
  async saveMine(): Promise<void> {
    await this.#settle('tokenDetails.conflict.saveMine')
  }

  async #press(button: Locator, key: MessageKey): Promise<void> {
    await click(button, this.words.describe('button', key), this.mainButtons)
  }

  /** Returns the token's name. The heading has it as soon as the page has this button. */
  async #tokenName(button: Locator, key: MessageKey): Promise<string> {
    await find(button, this.words.describe('button', key), this.mainButtons)
    return (await this.heading.textContent()) ?? ''
  }

  /** Presses a button in the conflict dialog. */
  async #settle(key: MessageKey): Promise<void> {
    await clickInDialog(this.conflictDialog, key)
  }
}
