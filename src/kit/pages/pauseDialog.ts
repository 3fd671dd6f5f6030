import type { Locator, Page } from '@playwright/test'

/** "Pause {token name}?" */
export class PauseDialog {
  readonly dialog: Locator
  readonly pauseButton: Locator
  readonly cancelButton: Locator
  /** Why the token could not be paused. */
  readonly alert: Locator

  constructor(page: Page, tokenName: string) {
    this.dialog = page.getByRole('dialog', { name: `Pause ${tokenName}?`, exact: true })
    this.pauseButton = this.dialog.getByRole('button', { name: 'Pause token', exact: true })
    this.cancelButton = this.dialog.getByRole('button', { name: 'Cancel', exact: true })
    this.alert = this.dialog.getByRole('alert')
  }
}
