import { expect, type Locator } from '@playwright/test'

import { maskKeys } from '#src/shared/keysInText.ts'

import { assertOneOf } from '../assertOneOf.ts'
import { withQuery } from '../withQuery.ts'
import { DeleteDialog } from './deleteDialog.ts'
import { PauseDialog } from './pauseDialog.ts'
import { RetireDialog } from './retireDialog.ts'
import { waitForResults } from './waitForResults.ts'
import { BasePage } from './basePage.ts'
import { check, click, clickInDialog, clickInToolbar, fill, find, selectOption } from './find.ts'
import {
  checkListQuery,
  type EarlierLabel,
  filterLabelOf,
  type QuickFilter,
  quickFilters,
  type TokenFilterLabel,
} from './tokenListFilters.ts'

/** `/settings/api-tokens`, "API Tokens". */
export class TokenListPage extends BasePage {
  override readonly heading = this.page.getByRole('heading', {
    level: 1,
    name: 'API Tokens',
    exact: true,
  })
  readonly addLink = this.page.getByRole('link', { name: 'Add a token', exact: true })
  /** The text that is shown while there are no tokens. */
  readonly emptyNote = this.page.getByText('No API tokens yet', { exact: true })
  readonly table = this.page.getByRole('table', { name: 'API Tokens', exact: true })
  /** The names of the tokens, each a link to its details. */
  readonly names = this.table.getByRole('link')
  /** The pagination. */
  readonly pages = this.page.getByRole('navigation', { name: 'Pages', exact: true })

  readonly searchField = this.page.getByRole('searchbox', { name: 'Search tokens', exact: true })
  /** Opens the filters. Its name ends with their number, if some are active: "Filters (2)". */
  readonly filtersButton = this.page.getByRole('button', { name: /^Filters( \([\d,]+\))?$/ })
  readonly filters = this.page.getByRole('group', { name: 'Filters', exact: true })
  /** The number of matching tokens. Shown while the list is searched or filtered. */
  readonly resultCount = this.page.getByText(/^(No matching tokens|[\d,]+ tokens?)$/).first()
  readonly clearFiltersButton = this.page
    .getByRole('button', { name: 'Clear search and filters', exact: true })
    .last()
  readonly selectAllCheckbox = this.table.getByRole('checkbox', { name: 'Select all', exact: true })
  /** The actions for the selected tokens. */
  readonly toolbar = this.page.getByRole('toolbar', { name: 'Selected tokens', exact: true })
  readonly quickFilters = this.page.getByRole('group', { name: 'Quick filters', exact: true })
  /** The links to the pages about tokens: "Tokens", "Advice", "Activity" and "Found a key?". */
  readonly sections = this.page.getByRole('navigation', { name: 'API Tokens', exact: true })
  readonly exportButton = this.page.getByRole('button', { name: 'Export CSV', exact: true })
  /** In the dialog that deletes several tokens: pauses them instead. */
  readonly pauseInsteadButton = this.page.getByRole('button', {
    name: 'Pause instead',
    exact: true,
  })
  readonly progress = this.page.getByRole('progressbar')
  /** Asks before it deletes or pauses several tokens. Shows the progress (also of resuming) and the tokens that were gone. */
  readonly batchDialog = this.page.getByRole('dialog', {
    name: /^(Delete|Pause|Resume) [\d,]+ tokens?\??$/,
  })
  /** Present while an action on several tokens, or an export, is in progress. */
  readonly stopButton = this.page.getByRole('button', { name: 'Stop', exact: true })
  /** Continues with the remaining tokens after a stop or a failure. */
  readonly continueButton = this.batchDialog.getByRole('button', {
    name: 'Continue',
    exact: true,
  })

  /** @deprecated Use `resultCount`. */
  get foundNote(): Locator {
    return this.resultCount
  }

  /** @deprecated Use `selectAllCheckbox`. */
  get selectAllBox(): Locator {
    return this.selectAllCheckbox
  }

  /** @param query the search and the filters, as in the URL: `{ search: 'ship', status: 'paused' }`. */
  async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
    checkListQuery(query)
    await this.tab.openAsUser(withQuery('/settings/api-tokens', query))
  }

  /** Searches for a text, and waits until the list shows the results. */
  async search(text: string): Promise<void> {
    await fill(this.searchField, 'Search tokens', text)
    await waitForResults(
      this.page,
      `the search for "${maskKeys(text)}"`,
      ({ searchParams }) => (searchParams.get('search') ?? '') === text,
    )
  }

  /**
   * Filters the list: `filter('Status', 'Paused')`. Opens the filters if they are closed, and waits until the list shows the
   * results.
   */
  async filter(label: TokenFilterLabel | EarlierLabel, option: string): Promise<void> {
    const name = filterLabelOf(label)
    await find(this.filtersButton, 'button "Filters"', this.mainButtons)
    const isOpen = (await this.filtersButton.getAttribute('aria-expanded')) === 'true'
    if (!isOpen) await click(this.filtersButton, 'button "Filters"')
    const select = this.filters.getByLabel(name, { exact: true })
    await find(select, `filter "${name}"`)
    const chosen = await select.locator('option:checked').textContent()
    const previousUrl = this.page.url()
    await selectOption(select, name, option)
    const isChange = chosen?.trim() !== option
    await waitForResults(
      this.page,
      `the filter "${name}: ${option}"`,
      ({ href }) => !isChange || href !== previousUrl,
    )
  }

  /** A quick filter, with the number of its tokens in its name. */
  quickFilter(name: QuickFilter): Locator {
    assertOneOf('a quick filter', name, quickFilters)
    return this.quickFilters.getByRole('button', { name: new RegExp(`^${name}\\b`) })
  }

  /** Selects tokens by name. */
  async select(...tokenNames: string[]): Promise<void> {
    for (const name of tokenNames) {
      await this.#findToken(name)
      await check(this.selectCheckbox(name), `checkbox "Select ${name}"`)
    }
  }

  selectCheckbox(tokenName: string): Locator {
    return this.table.getByRole('checkbox', { name: `Select ${tokenName}`, exact: true })
  }

  /** @deprecated Use `selectCheckbox`. */
  selectBox(tokenName: string): Locator {
    return this.selectCheckbox(tokenName)
  }

  /** Selects all matching tokens, including those on other pages. */
  async selectAllThatMatch(): Promise<void> {
    await check(this.selectAllCheckbox, 'checkbox "Select all"')
    const all = this.toolbar.getByRole('button', { name: /^Select all [\d,]+ that match$/ })
    await find(this.toolbar, 'toolbar "Selected tokens"')
    if (await all.isVisible()) await click(all, 'button "Select all … that match"')
    await expect(all).toBeHidden()
  }

  /** Deletes the selected tokens, and confirms the dialog. From ten tokens on, it types their number. */
  async deleteSelected(): Promise<void> {
    await clickInToolbar(this.toolbar, 'Delete')
    const button = this.batchDialog.getByRole('button', { name: /^Delete [\d,]+ tokens?$/ })
    await find(button, 'button "Delete … tokens" in a dialog')
    const count = /[\d,]+/.exec(await button.innerText())?.[0] ?? ''
    const field = this.batchDialog.getByRole('textbox', { name: `Type ${count} to confirm` })
    if (await field.isVisible()) await fill(field, `Type ${count} to confirm`, count)
    await clickInDialog(button, 'Delete … tokens')
  }

  /** Pauses the selected tokens, and confirms the dialog. */
  async pauseSelected(): Promise<void> {
    await clickInToolbar(this.toolbar, 'Pause')
    const button = this.batchDialog.getByRole('button', { name: /^Pause [\d,]+ tokens?$/ })
    await clickInDialog(button, 'Pause … tokens')
  }

  /** Resumes the selected tokens. The list must be filtered by "Paused". */
  async resumeSelected(): Promise<void> {
    await clickInToolbar(this.toolbar, 'Resume')
  }

  /** Exports the selected tokens as a file. Wait for it with `page.waitForEvent('download')`. */
  async exportSelected(): Promise<void> {
    await clickInToolbar(this.toolbar, 'Export')
  }

  columnHeader(name: string): Locator {
    return this.table.getByRole('columnheader', { name, exact: true })
  }

  /** The link to a token's details. */
  nameLink(tokenName: string): Locator {
    return this.table.getByRole('link', { name: tokenName, exact: true })
  }

  row(tokenName: string): Locator {
    // `has` needs a locator that is relative to the row, not to the table.
    const link = this.page.getByRole('link', { name: tokenName, exact: true })
    return this.table.getByRole('row').filter({ has: link })
  }

  /** The row below a token with the old key that it replaces. */
  oldKeyRow(tokenName: string): Locator {
    return this.row(tokenName).locator('xpath=following-sibling::tr[1][not(.//a)]')
  }

  /** Retires the old key of a token, and confirms the dialog. */
  async retireOldKey(tokenName: string): Promise<void> {
    await this.#findToken(tokenName)
    const button = this.oldKeyRow(tokenName).getByRole('button', { name: 'Retire the old key' })
    await click(button, `old key of "${tokenName}"`)
    await clickInDialog(new RetireDialog(this.page).retireButton, 'Retire the old key')
  }

  /** The button that opens the menu of a token. */
  actions(tokenName: string): Locator {
    return this.page.getByRole('button', { name: `Actions for ${tokenName}`, exact: true })
  }

  /** An item of the open menu. */
  menuItem(name: string): Locator {
    return this.page.getByRole('menuitem', { name, exact: true })
  }

  deleteDialog(tokenName: string): DeleteDialog {
    return new DeleteDialog(this.page, tokenName)
  }

  pauseDialog(tokenName: string): PauseDialog {
    return new PauseDialog(this.page, tokenName)
  }

  /** Opens the form for a new token. */
  async addToken(): Promise<void> {
    const links = this.page.getByRole('main').getByRole('link')
    await click(this.addLink, 'link "Add a token"', links)
  }

  async openDetails(tokenName: string): Promise<void> {
    await click(await this.#findToken(tokenName), `token "${tokenName}"`)
  }

  /** Opens the dialog that asks whether to delete the token. */
  async askToDelete(tokenName: string): Promise<DeleteDialog> {
    await this.#choose(tokenName, 'Delete token')
    return this.deleteDialog(tokenName)
  }

  /** Deletes a token, and confirms the dialog. */
  async deleteToken(tokenName: string): Promise<void> {
    const { deleteButton } = await this.askToDelete(tokenName)
    await clickInDialog(deleteButton, 'Delete token')
  }

  /** Opens the dialog that asks whether to pause the token. */
  async askToPause(tokenName: string): Promise<PauseDialog> {
    await this.#choose(tokenName, 'Pause token')
    return this.pauseDialog(tokenName)
  }

  /** Pauses a token, and confirms the dialog. */
  async pauseToken(tokenName: string): Promise<void> {
    const { pauseButton } = await this.askToPause(tokenName)
    await clickInDialog(pauseButton, 'Pause token')
  }

  async resumeToken(tokenName: string): Promise<void> {
    await this.#choose(tokenName, 'Resume token')
  }

  /** Opens the page that replaces a token. */
  async replaceToken(tokenName: string): Promise<void> {
    await this.#choose(tokenName, 'Replace token')
  }

  async #findToken(tokenName: string): Promise<Locator> {
    const what = `token "${tokenName}" on this page of the list`
    return find(this.nameLink(tokenName), what, this.names)
  }

  /** Chooses an item of a token's menu. */
  async #choose(tokenName: string, item: string): Promise<void> {
    await this.#findToken(tokenName)
    await click(this.actions(tokenName), `menu "Actions for ${tokenName}"`)
    const what = `item "${item}" in the menu of "${tokenName}"`
    await click(this.menuItem(item), what, this.page.getByRole('menuitem'))
  }
}
