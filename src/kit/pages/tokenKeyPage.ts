import { BasePage } from './basePage.ts'
import { click, find } from './find.ts'
import { TryIt } from './tryIt.ts'

/** `/settings/api-tokens/{id}/key`, "Copy your API key": the only page that shows a key. */
export class TokenKeyPage extends BasePage {
  override readonly heading = this.titled('tokenKey.heading')
  readonly keyField = this.named('textbox', 'tokenKey.label')
  readonly copyButton = this.named('button', 'tokenKey.copy')
  /** The same button after the key was copied. */
  readonly copiedButton = this.named('button', 'tokenKey.copiedButton')
  readonly returnButton = this.named('button', 'tokenKey.return')
  /** Copies the key as the header `Authorization: Bearer …`. */
  readonly copyHeaderButton = this.named('button', 'tokenKey.header')
  /** Sends `GET /whoami` with the key. */
  readonly testButton = this.named('button', 'tokenKey.test.run')
  /** Leads to the details of the new token. */
  readonly openTokenButton = this.named('button', 'tokenKey.open')
  /** Asks before the user leaves without copying the key. */
  readonly leaveDialog = this.named('dialog', 'tokenKey.leaveTitle')
  /** Sends requests with the key. */
  readonly tryIt = new TryIt(this.page)

  /** Waits until the page shows the key, and returns it. */
  async key(): Promise<string> {
    await find(this.heading, this.words.describe('page', 'tokenKey.heading'))
    return this.keyField.inputValue()
  }

  /** Copies the key, and waits until the page shows success or an error. */
  async copy(): Promise<void> {
    await click(this.copyButton, this.words.describe('button', 'tokenKey.copy'), this.mainButtons)
    await find(
      this.copiedButton.or(this.alert),
      `${this.words.describe('button', 'tokenKey.copiedButton')}, and no alert`,
      this.mainButtons,
    )
  }

  /** Leaves the page. It asks first (`leaveDialog`) if the key was not copied. */
  async returnToList(): Promise<void> {
    await click(
      this.returnButton,
      this.words.describe('button', 'tokenKey.return'),
      this.mainButtons,
    )
  }
}
