import type { Locator } from '@playwright/test'

import { DeleteDialog } from './deleteDialog.ts'
import { PauseDialog } from './pauseDialog.ts'
import { Screen } from './screen.ts'

/** `/settings/api-tokens`, "API Tokens". */
export class TokenListPage extends Screen {
  override readonly heading = this.page.getByRole('heading', {
    level: 1,
    name: 'API Tokens',
    exact: true,
  })
  readonly addLink = this.page.getByRole('link', { name: 'Add a token', exact: true })
  /** What stands there as long as there is no token. */
  readonly emptyNote = this.page.getByText('No API tokens yet', { exact: true })
  readonly table = this.page.getByRole('table', { name: 'API Tokens', exact: true })
  /** The names of the tokens that are shown, each a link to its details. */
  readonly names = this.table.getByRole('link')
  /** Leads to more tokens than fit on one page. */
  readonly pages = this.page.getByRole('navigation', { name: 'Pages', exact: true })

  async open(): Promise<void> {
    await this.tab.open('/settings/api-tokens')
  }

  columnHeader(name: string): Locator {
    return this.table.getByRole('columnheader', { name, exact: true })
  }

  /** The link to a token's details. */
  nameLink(tokenName: string): Locator {
    return this.table.getByRole('link', { name: tokenName, exact: true })
  }

  row(tokenName: string): Locator {
    // What a row has is looked for within the row.
    const link = this.page.getByRole('link', { name: tokenName, exact: true })
    return this.table.getByRole('row').filter({ has: link })
  }

  /** The button that opens a token's menu. */
  actions(tokenName: string): Locator {
    return this.page.getByRole('button', { name: `Actions for ${tokenName}`, exact: true })
  }

  /** An item of the menu that is open. */
  menuItem(name: string): Locator {
    return this.page.getByRole('menuitem', { name, exact: true })
  }

  deleteDialog(tokenName: string): DeleteDialog {
    return new DeleteDialog(this.page, tokenName)
  }

  pauseDialog(tokenName: string): PauseDialog {
    return new PauseDialog(this.page, tokenName)
  }

  /** Goes on to the form. */
  async addToken(): Promise<void> {
    await this.addLink.click()
  }

  async openDetails(tokenName: string): Promise<void> {
    await this.nameLink(tokenName).click()
  }

  /** Opens the dialog that asks whether the token is to be deleted. */
  async askToDelete(tokenName: string): Promise<DeleteDialog> {
    await this.actions(tokenName).click()
    await this.menuItem('Delete token').click()
    return this.deleteDialog(tokenName)
  }

  /** Deletes a token, and says yes to the question. */
  async deleteToken(tokenName: string): Promise<void> {
    const { deleteButton } = await this.askToDelete(tokenName)
    await deleteButton.click()
  }

  /** Opens the dialog that asks whether the token is to be paused. */
  async askToPause(tokenName: string): Promise<PauseDialog> {
    await this.actions(tokenName).click()
    await this.menuItem('Pause token').click()
    return this.pauseDialog(tokenName)
  }

  /** Pauses a token, and says yes to the question. */
  async pauseToken(tokenName: string): Promise<void> {
    const { pauseButton } = await this.askToPause(tokenName)
    await pauseButton.click()
  }

  async resumeToken(tokenName: string): Promise<void> {
    await this.actions(tokenName).click()
    await this.menuItem('Resume token').click()
  }

  /** Goes on to the replacement of a token. */
  async replaceToken(tokenName: string): Promise<void> {
    await this.actions(tokenName).click()
    await this.menuItem('Replace token').click()
  }
}
