import type { Locator, Page } from '@playwright/test'

/** "Delete {token name}?" */
export class DeleteDialog {
  readonly dialog: Locator
  readonly deleteButton: Locator
  readonly cancelButton: Locator
  /** Why the token could not be deleted. */
  readonly alert: Locator

  constructor(page: Page, tokenName: string) {
    this.dialog = page.getByRole('dialog', { name: `Delete ${tokenName}?`, exact: true })
    this.deleteButton = this.dialog.getByRole('button', { name: 'Delete token', exact: true })
    this.cancelButton = this.dialog.getByRole('button', { name: 'Cancel', exact: true })
    this.alert = this.dialog.getByRole('alert')
  }
}
