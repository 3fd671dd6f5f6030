import type { Locator, Page } from '@playwright/test'

import { wordsOf } from '../words/wordsOf.ts'

/** "Retire the old key of {token name}?" */
export class RetireDialog {
  readonly dialog: Locator
  readonly retireButton: Locator
  readonly cancelButton: Locator

  constructor(page: Page) {
    const words = wordsOf(page)
    this.dialog = page.getByRole('dialog', words.named('replacement.retirement.title'))
    this.retireButton = this.dialog.getByRole(
      'button',
      words.named('replacement.retirement.confirm'),
    )
    this.cancelButton = this.dialog.getByRole('button', words.named('ui.cancel'))
  }
}
