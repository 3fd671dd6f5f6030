import type { Locator } from '@playwright/test'

import { DeleteDialog } from './deleteDialog.ts'
import { BasePage } from './basePage.ts'
import { click, clickInDialog, fill, find } from './find.ts'

/** `/settings/api-tokens/found`, "Found a key?": shows which tokens the keys in a text belong to. */
export class LeakedKeysPage extends BasePage {
  override readonly heading = this.titled('apiTokens.pages.leakedKeys')
  readonly text = this.named('textbox', 'leakedKeys.label')
  readonly searchButton = this.named('button', 'leakedKeys.search')
  readonly clearButton = this.named('button', 'leakedKeys.clear')
  /** Texts that are too long for the field, and files. */
  readonly attachments = this.named('list', 'leakedKeys.attachments').getByRole('listitem')
  /** "2 keys found", "No key found". Receives the focus after a search. */
  readonly results = this.page.getByRole('heading', {
    level: 2,
    ...this.words.named('leakedKeys.found'),
  })
  /** The tokens whose keys were found. */
  readonly tokens = this.named('list', 'leakedKeys.ours').getByRole('listitem')

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
    await fill(this.text, this.words.text('leakedKeys.label'), text)
    await click(
      this.searchButton,
      this.words.describe('button', 'leakedKeys.search'),
      this.mainButtons,
    )
  }

  /** @deprecated Use `search`. */
  async look(text: string): Promise<void> {
    await this.search(text)
  }

  /** Chooses files in the dialog that "Choose files" opens. */
  async chooseFiles(
    files: readonly { name: string; mimeType: string; buffer: Buffer }[],
  ): Promise<void> {
    const button = this.named('button', 'leakedKeys.choose')
    await find(button, this.words.describe('button', 'leakedKeys.choose'), this.mainButtons)
    const chooser = this.page.waitForEvent('filechooser')
    await click(button, this.words.describe('button', 'leakedKeys.choose'))
    await (await chooser).setFiles([...files])
  }

  /** The list item of a token, with its actions. */
  token(tokenName: string): Locator {
    const group = this.page.getByRole('heading', { level: 3, name: tokenName, exact: true })
    return this.tokens.filter({ has: group })
  }

  replaceLink(tokenName: string): Locator {
    return this.token(tokenName).getByRole('link', this.words.named('lifecycle.replace'))
  }

  pauseButton(tokenName: string): Locator {
    return this.token(tokenName).getByRole('button', this.words.named('lifecycle.pause'))
  }

  resumeButton(tokenName: string): Locator {
    return this.token(tokenName).getByRole('button', this.words.named('lifecycle.resume'))
  }

  /** Deletes a token whose key was found, and confirms the dialog. */
  async deleteToken(tokenName: string): Promise<void> {
    const names = this.tokens.getByRole('heading', { level: 3 })
    await find(this.token(tokenName), `token "${tokenName}" among the found ones`, names)
    const buttons = this.token(tokenName).getByRole('button')
    const button = this.token(tokenName).getByRole('button', this.words.named('lifecycle.delete'))
    await click(
      button,
      `${this.words.describe('button', 'lifecycle.delete')} of "${tokenName}"`,
      buttons,
    )
    await clickInDialog(new DeleteDialog(this.page, tokenName).dialog, 'lifecycle.deletion.confirm')
  }
}
