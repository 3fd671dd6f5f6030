import { DeleteDialog } from './deleteDialog.ts'
import { PauseDialog } from './pauseDialog.ts'
import { RetireDialog } from './retireDialog.ts'
import { Screen } from './screen.ts'
import { TryIt } from './tryIt.ts'

/** `/settings/api-tokens/{id}`: the token's name is the heading. */
export class TokenDetailsPage extends Screen {
  readonly name = this.page.getByRole('textbox', { name: 'Token Name', exact: true })
  readonly description = this.page.getByRole('textbox', { name: 'Token Description', exact: true })
  readonly saveButton = this.page.getByRole('button', { name: 'Save changes', exact: true })
  readonly deleteButton = this.page
    .getByRole('region', { name: 'Delete this token', exact: true })
    .getByRole('button', { name: 'Delete token', exact: true })
  /** Not there while the token is being replaced. */
  readonly replaceButton = this.page.getByRole('button', { name: 'Replace token', exact: true })
  /** The other one of two tokens of which one takes the other's place: shown by both while both exist. */
  readonly pair = this.page.getByRole('region', { name: /^(Being replaced|Replaces)$/ })
  readonly retireButton = this.pair.getByRole('button', { name: 'Retire the old key', exact: true })
  readonly retireDialog = new RetireDialog(this.page)
  /** Not there where there is nothing to say. */
  readonly advice = this.page.getByRole('region', { name: 'Advice', exact: true })
  readonly pauseButton = this.page.getByRole('button', { name: 'Pause token', exact: true })
  readonly resumeButton = this.page.getByRole('button', { name: 'Resume token', exact: true })
  readonly shortenButton = this.page.getByRole('button', {
    name: 'Let it expire sooner',
    exact: true,
  })
  /** The new last day, while the token's life is being made shorter. */
  readonly expiresOn = this.page.getByRole('textbox', { name: 'Expires on', exact: true })
  /** Says since when the key is refused, and what to do: while the token is expired. */
  readonly expiredNote = this.page.getByText('This token has expired', { exact: true })
  /** "This token expires in 6 days": in its last fortnight. */
  readonly expiringNote = this.page.getByText(/^This token expires /)
  /** "This token was paused 5 minutes ago": while it is. */
  readonly pausedNote = this.page.getByText(/^This token was paused /)
  /** Level and features, to read. */
  readonly access = this.page.getByRole('region', { name: 'Access', exact: true })
  /** What came with the token, the newest first. */
  readonly requests = this.page.getByRole('table', { name: 'Requests', exact: true })
  /** What was done to the token, the newest first. */
  readonly activity = this.page.getByRole('table', { name: 'Activity', exact: true })
  readonly neverUsedNote = this.page.getByText('This token has not been used', { exact: true })
  readonly tryIt = new TryIt(this.page)
  /** Somebody else was faster: both versions, and a choice. */
  readonly conflictDialog = this.dialog('Somebody else has changed this token')
  readonly discardDialog = this.dialog('Discard what you typed?')

  async open(tokenId: string): Promise<void> {
    await this.tab.open(`/settings/api-tokens/${encodeURIComponent(tokenId)}`)
  }

  /** Asks for it. What comes of it is for the test to wait for: the heading, a status message, a dialog or an alert. */
  async save(): Promise<void> {
    await this.saveButton.click()
  }

  /** Deletes the token, and says yes to the question. */
  async deleteToken(): Promise<void> {
    const tokenName = (await this.heading.textContent()) ?? ''
    await this.deleteButton.click()
    await new DeleteDialog(this.page, tokenName).deleteButton.click()
  }

  /** Goes on to `replaceTokenPage`. */
  async replaceToken(): Promise<void> {
    await this.replaceButton.click()
  }

  /** Retires the old key of the pair, and says yes to the question. */
  async retireOldKey(): Promise<void> {
    await this.retireButton.click()
    await this.retireDialog.retireButton.click()
  }

  /** Pauses the token, and says yes to the question. */
  async pause(): Promise<void> {
    const tokenName = (await this.heading.textContent()) ?? ''
    await this.pauseButton.click()
    await new PauseDialog(this.page, tokenName).pauseButton.click()
  }

  async resume(): Promise<void> {
    await this.resumeButton.click()
  }

  /** Has the token expire at the end of a day that is sooner: "2026-12-31". */
  async shorten(lastDay: string): Promise<void> {
    await this.shortenButton.click()
    await this.expiresOn.fill(lastDay)
    await this.page.getByRole('button', { name: 'Save date', exact: true }).click()
  }

  /** In the dialog about two versions. */
  async keepTheirs(): Promise<void> {
    await this.conflictDialog.getByRole('button', { name: 'Keep theirs', exact: true }).click()
  }

  /** In the dialog about two versions. */
  async saveMine(): Promise<void> {
    await this.conflictDialog.getByRole('button', { name: 'Save mine', exact: true }).click()
  }
}
