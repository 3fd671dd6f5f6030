import type { Locator, Page } from '@playwright/test'

import { wordsOf } from '../words/wordsOf.ts'

/** "Pause {token name}?" */
export class PauseDialog {
  readonly dialog: Locator
  readonly pauseButton: Locator
  readonly cancelButton: Locator
  /** Why the token could not be paused. */
  readonly alert: Locator

  constructor(page: Page, tokenName: string) {
    const words = wordsOf(page)
    this.dialog = page.getByRole(
      'dialog',
      words.named('lifecycle.pausing.title', { name: tokenName }),
    )
    this.pauseButton = this.dialog.getByRole('button', words.named('lifecycle.pause'))
    this.cancelButton = this.dialog.getByRole('button', words.named('ui.cancel'))
    this.alert = this.dialog.getByRole('alert')
  }
}
