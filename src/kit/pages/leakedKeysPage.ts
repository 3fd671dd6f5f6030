import type { Locator } from '@playwright/test'

import { DeleteDialog } from './deleteDialog.ts'
import { BasePage } from './basePage.ts'
import { click, clickInDialog, fill, find } from './find.ts'

/** `/settings/api-tokens/found`, "Found a key?": shows which tokens the keys in a text belong to. */
export class LeakedKeysPage extends BasePage {
  override readonly heading = this.page.getByRole('heading', {
    level: 1,
    name: 'Found a key?',
    exact: true,
  })
  readonly text = this.page.getByRole('textbox', { name: 'Text that contains a key', exact: true })
  readonly searchButton = this.page.getByRole('button', { name: 'Look for keys', exact: true })
  readonly clearButton = this.page.getByRole('button', { name: 'Clear', exact: true })
  /** Texts that are too long for the field, and files. */
  readonly attachments = this.page
    .getByRole('list', { name: 'Long texts and files', exact: true })
    .getByRole('listitem')
  /** "2 keys found", "No key found". Receives the focus after a search. */
  readonly results = this.page.getByRole('heading', { level: 2, name: /keys? found$/ })
  /** The tokens whose keys were found. */
  readonly tokens = this.page
    .getByRole('list', { name: 'Tokens that the keys belong to', exact: true })
    .getByRole('listitem')

  /** @deprecated Use `searchButton`. */
  get lookButton(): Locator {
    return this.searchButton
  }

  /** @deprecated Use `attachments`. */
  get held(): Locator {
    return this.attachments
  }

  async open(): Promise<void> {
    await this.tab.openAsUser('/settings/api-tokens/found')
  }

  /** Searches a text for keys. The test waits for the outcome itself: `results` or `alert`. */
  async search(text: string): Promise<void> {
    await fill(this.text, 'Text that contains a key', text)
    await click(this.searchButton, 'button "Look for keys"', this.mainButtons)
  }

  /** @deprecated Use `search`. */
  async look(text: string): Promise<void> {
    await this.search(text)
  }

  /** Chooses files in the dialog that "Choose files" opens. */
  async chooseFiles(
    files: readonly { name: string; mimeType: string; buffer: Buffer }[],
  ): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Choose files', exact: true })
    await find(button, 'button "Choose files"', this.mainButtons)
    const chooser = this.page.waitForEvent('filechooser')
    await click(button, 'button "Choose files"')
    await (await chooser).setFiles([...files])
  }

  /** The list item of a token, with its actions. */
  token(tokenName: string): Locator {
    const group = this.page.getByRole('heading', { level: 3, name: tokenName, exact: true })
    return this.tokens.filter({ has: group })
  }

  replaceLink(tokenName: string): Locator {
    return this.token(tokenName).getByRole('link', { name: 'Replace token', exact: true })
  }

  pauseButton(tokenName: string): Locator {
    return this.token(tokenName).getByRole('button', { name: 'Pause token', exact: true })
  }

  resumeButton(tokenName: string): Locator {
    return this.token(tokenName).getByRole('button', { name: 'Resume token', exact: true })
  }

  /** Deletes a token whose key was found, and confirms the dialog. */
  async deleteToken(tokenName: string): Promise<void> {
    const names = this.tokens.getByRole('heading', { level: 3 })
    await find(this.token(tokenName), `token "${tokenName}" among the found ones`, names)
    const buttons = this.token(tokenName).getByRole('button')
    const button = this.token(tokenName).getByRole('button', { name: 'Delete token', exact: true })
    await click(button, `button "Delete token" of "${tokenName}"`, buttons)
    await clickInDialog(new DeleteDialog(this.page, tokenName).deleteButton, 'Delete token')
  }
}
