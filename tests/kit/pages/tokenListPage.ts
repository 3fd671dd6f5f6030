import type { Locator, Page } from '@playwright/test'

import { DeleteDialog } from './deleteDialog.ts'
import { PauseDialog } from './pauseDialog.ts'
import { Screen } from './screen.ts'

type TokenFilterLabel =
  'Access' | 'Status' | 'May use' | 'Made by' | 'Not used for' | 'Expires within'

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

  readonly searchField = this.page.getByRole('searchbox', { name: 'Search tokens', exact: true })
  readonly filtersButton = this.page.getByRole('button', { name: 'Filters', exact: true })
  readonly filters = this.page.getByRole('group', { name: 'Filters', exact: true })
  /** Says how many tokens fit, as long as the list is searched or filtered. */
  readonly foundNote = this.page.getByText(/^(No|[\d,]+) tokens? fits?$/).first()
  readonly clearFiltersButton = this.page
    .getByRole('button', { name: 'Clear search and filters', exact: true })
    .last()
  readonly selectAllBox = this.table.getByRole('checkbox', { name: 'Select all', exact: true })
  /** What can be done to the tokens that are selected. */
  readonly toolbar = this.page.getByRole('toolbar', { name: 'Selected tokens', exact: true })
  readonly exportButton = this.page.getByRole('button', { name: 'Export inventory', exact: true })
  readonly progress = this.page.getByRole('progressbar')
  /** Asks before several tokens are deleted or paused; shows how far that or their resuming is, and which tokens were gone. */
  readonly batchDialog = this.page.getByRole('dialog', {
    name: /^(Delete|Pause|Resume) [\d,]+ tokens?\??$/,
  })
  /** While several are worked on, or exported. */
  readonly stopButton = this.page.getByRole('button', { name: 'Stop', exact: true })
  /** Goes on with those that are left, after a stop or a failure. */
  readonly continueButton = this.batchDialog.getByRole('button', {
    name: 'Continue',
    exact: true,
  })

  /** @param query a view of the list, as it stands in the address: `{ search: 'ship', status: 'paused' }`. */
  async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
    const view = new URLSearchParams(query).toString()
    await this.tab.open(`/settings/api-tokens${view === '' ? '' : `?${view}`}`)
  }

  /** Searches for a text, and waits until the list shows what fits. */
  async search(text: string): Promise<void> {
    await this.searchField.fill(text)
    await this.page.waitForURL(({ searchParams }) => (searchParams.get('search') ?? '') === text)
    await isSettled(this.page)
  }

  /**
   * Filters the list: `filter('Status', 'Paused')`. Opens the filters where they are closed, and waits until the list shows what
   * fits.
   */
  async filter(label: TokenFilterLabel, option: string): Promise<void> {
    const isOpen = (await this.filtersButton.getAttribute('aria-expanded')) === 'true'
    if (!isOpen) await this.filtersButton.click()
    const before = this.page.url()
    await this.filters.getByLabel(label, { exact: true }).selectOption({ label: option })
    await this.page.waitForURL((address) => address.href !== before)
    await isSettled(this.page)
  }

  /** Selects tokens by name. */
  async select(...tokenNames: string[]): Promise<void> {
    for (const name of tokenNames) await this.selectBox(name).check()
  }

  selectBox(tokenName: string): Locator {
    return this.table.getByRole('checkbox', { name: `Select ${tokenName}`, exact: true })
  }

  /** Selects every token that fits, also those of other pages. */
  async selectAllThatMatch(): Promise<void> {
    await this.selectAllBox.check()
    const all = this.toolbar.getByRole('button', { name: /^Select all [\d,]+ that match$/ })
    await this.toolbar.waitFor()
    if (await all.isVisible()) await all.click()
    await all.waitFor({ state: 'hidden' })
  }

  /** Deletes the tokens that are selected, and says yes to the question. */
  async deleteSelected(): Promise<void> {
    await this.toolbar.getByRole('button', { name: 'Delete', exact: true }).click()
    await this.batchDialog.getByRole('button', { name: /^Delete [\d,]+ tokens?$/ }).click()
  }

  /** Pauses the tokens that are selected, and says yes to the question. */
  async pauseSelected(): Promise<void> {
    await this.toolbar.getByRole('button', { name: 'Pause', exact: true }).click()
    await this.batchDialog.getByRole('button', { name: /^Pause [\d,]+ tokens?$/ }).click()
  }

  /** Lets the tokens that are selected work again, where the list is filtered by "Paused". */
  async resumeSelected(): Promise<void> {
    await this.toolbar.getByRole('button', { name: 'Resume', exact: true }).click()
  }

  /** Saves the tokens that are selected as a file: `page.waitForEvent('download')`. */
  async exportSelected(): Promise<void> {
    await this.toolbar.getByRole('button', { name: 'Export', exact: true }).click()
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

/** Waits until the list shows what the address asks for. */
async function isSettled(page: Page): Promise<void> {
  await page.locator('main:not(:has([aria-busy=true]))').waitFor()
}
