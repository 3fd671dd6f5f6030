import type { Locator, Page } from '@playwright/test'

/** "Retire the old key of {token name}?" */
export class RetireDialog {
  readonly dialog: Locator
  readonly retireButton: Locator
  readonly cancelButton: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: /^Retire the old key of / })
    this.retireButton = this.dialog.getByRole('button', { name: 'Retire the old key', exact: true })
    this.cancelButton = this.dialog.getByRole('button', { name: 'Cancel', exact: true })
  }
}
