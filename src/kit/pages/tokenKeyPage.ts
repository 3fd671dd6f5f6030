import { BasePage } from './basePage.ts'
import { click, find } from './find.ts'
import { TryIt } from './tryIt.ts'

/** `/settings/api-tokens/{id}/key`, "Copy your API key": the only page that shows a key. */
export class TokenKeyPage extends BasePage {
  override readonly heading = this.page.getByRole('heading', {
    level: 1,
    name: 'Copy your API key',
    exact: true,
  })
  readonly keyField = this.page.getByRole('textbox', { name: 'API key', exact: true })
  readonly copyButton = this.page.getByRole('button', { name: 'Copy', exact: true })
  /** The same button after the key was copied. */
  readonly copiedButton = this.page.getByRole('button', { name: 'Copied', exact: true })
  readonly returnButton = this.page.getByRole('button', {
    name: 'Return to Token List',
    exact: true,
  })
  /** Copies the key as the header `Authorization: Bearer …`. */
  readonly copyHeaderButton = this.page.getByRole('button', {
    name: 'Authorization: Bearer …',
    exact: true,
  })
  /** Sends `GET /whoami` with the key. */
  readonly testButton = this.page.getByRole('button', { name: 'Test this key', exact: true })
  /** Leads to the details of the new token. */
  readonly openTokenButton = this.page.getByRole('button', { name: 'Open the token', exact: true })
  /** Asks before the user leaves without copying the key. */
  readonly leaveDialog = this.dialog('Leave without copying the key?')
  /** Sends requests with the key. */
  readonly tryIt = new TryIt(this.page)

  /** Waits until the page shows the key, and returns it. */
  async key(): Promise<string> {
    await find(this.heading, 'page "Copy your API key"')
    return this.keyField.inputValue()
  }

  /** Copies the key, and waits until the page shows success or an error. */
  async copy(): Promise<void> {
    await click(this.copyButton, 'button "Copy"', this.mainButtons)
    await find(this.copiedButton.or(this.alert), 'button "Copied", and no alert', this.mainButtons)
  }

  /** Leaves the page. It asks first (`leaveDialog`) if the key was not copied. */
  async returnToList(): Promise<void> {
    await click(this.returnButton, 'button "Return to Token List"', this.mainButtons)
  }
}
