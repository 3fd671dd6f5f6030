import { expect } from '@playwright/test'

import { Screen } from './screen.ts'
import { TryIt } from './tryIt.ts'

/** `/settings/api-tokens/{id}/key`, "Copy your API key": the only place where a key is ever shown. */
export class TokenKeyPage extends Screen {
  override readonly heading = this.page.getByRole('heading', {
    level: 1,
    name: 'Copy your API key',
    exact: true,
  })
  readonly keyField = this.page.getByRole('textbox', { name: 'API key', exact: true })
  readonly copyButton = this.page.getByRole('button', { name: 'Copy', exact: true })
  /** The same button, once the key is on the clipboard. */
  readonly copiedButton = this.page.getByRole('button', { name: 'Copied', exact: true })
  readonly returnButton = this.page.getByRole('button', {
    name: 'Return to Token List',
    exact: true,
  })
  /** Asks before a key is lost that was not copied. */
  readonly leaveDialog = this.dialog('Leave without copying the key?')
  /** Sends requests with the key. */
  readonly tryIt = new TryIt(this.page)

  /** The key, as soon as it is shown. */
  async key(): Promise<string> {
    await expect(this.heading).toBeVisible()
    return this.keyField.inputValue()
  }

  /** Copies the key, and waits until the page says whether that went well. */
  async copy(): Promise<void> {
    await this.copyButton.click()
    await expect(this.copiedButton.or(this.alert).first()).toBeVisible()
  }

  /** Where the key was not copied, the page asks first: `leaveDialog`. */
  async returnToList(): Promise<void> {
    await this.returnButton.click()
  }
}
