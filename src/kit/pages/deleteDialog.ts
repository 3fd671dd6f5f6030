import type { Locator, Page } from '@playwright/test'

import { wordsOf } from '../words/wordsOf.ts'

/** "Delete {token name}?" */
export class DeleteDialog {
  readonly dialog: Locator
  readonly deleteButton: Locator
  readonly cancelButton: Locator
  /** Why the token could not be deleted. */
  readonly alert: Locator

  constructor(page: Page, tokenName: string) {
    const words = wordsOf(page)
    this.dialog = page.getByRole(
      'dialog',
      words.named('lifecycle.deletion.title', { name: tokenName }),
    )
    this.deleteButton = this.dialog.getByRole('button', words.named('lifecycle.deletion.confirm'))
    this.cancelButton = this.dialog.getByRole('button', words.named('ui.cancel'))
    this.alert = this.dialog.getByRole('alert')
  }
}
