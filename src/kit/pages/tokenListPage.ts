import { expect, type Locator } from '@playwright/test'

import { maskKeys } from '#src/shared/keysInText.ts'

import { assertOneOf } from '../assertOneOf.ts'
import { withQuery } from '../withQuery.ts'
import { numberIn } from '../words/expressions.ts'
import { DeleteDialog } from './deleteDialog.ts'
import { PauseDialog } from './pauseDialog.ts'
import { RetireDialog } from './retireDialog.ts'
import { waitForResults } from './waitForResults.ts'
import { BasePage } from './basePage.ts'
import {
  check,
  click,
  clickInDialog,
  clickInToolbar,
  fill,
  find,
  findInDialog,
  selectOption,
} from './find.ts'
import { filterTexts } from './tokenListFilters.ts'
import {
  batchTitles,
  checkListQuery,
  type EarlierLabel,
  type MenuItem,
  menuItems,
  namesIn,
  type QuickFilter,
  quickFilters,
  tokenColumns,
  type TokenFilterLabel,
} from './tokenListNames.ts'

/** `/settings/api-tokens`, "API Tokens". */
export class TokenListPage extends BasePage {
  override readonly heading = this.titled('apiTokens.heading')
  readonly addLink = this.named('link', 'tokenList.add')
  /** The text that is shown while there are no tokens. */
  readonly emptyNote = this.saying('tokenList.empty.title')
  readonly table = this.named('table', 'tokenList.table')
  /** The names of the tokens, each a link to its details. */
  readonly names = this.table.getByRole('link')
  /** The pagination. */
  readonly pages = this.named('navigation', 'ui.pages.name')

  readonly searchField = this.named('searchbox', 'tokenList.search')
  /** Opens the filters. Its name ends with their number, if some are active: "Filters (2)". */
  readonly filtersButton = this.page.getByRole(
    'button',
    this.words.counted('tokenList.filters.name'),
  )
  readonly filters = this.named('group', 'tokenList.filters.name')
  /** The number of matching tokens. Shown while the list is searched or filtered. */
  readonly resultCount = this.saying(['tokenList.none', 'tokenList.found']).first()
  readonly clearFiltersButton = this.named('button', 'tokenList.clear').last()
  readonly selectAllCheckbox = this.table.getByRole(
    'checkbox',
    this.words.named('tokenList.selectAll'),
  )
  /** The actions for the selected tokens. */
  readonly toolbar = this.named('toolbar', 'tokenList.selection.name')
  readonly quickFilters = this.named('group', 'tokenList.quick.name')
  /** The links to the pages about tokens: "Tokens", "Advice", "Activity" and "Found a key?". */
  readonly sections = this.named('navigation', 'apiTokens.heading')
  readonly exportButton = this.named('button', 'tokenList.exportCsv')
  /** In the dialog that deletes several tokens: pauses them instead. */
  readonly pauseInsteadButton = this.named('button', 'tokenList.batch.pauseInstead')
  readonly progress = this.page.getByRole('progressbar')
  /** Asks before it deletes or pauses several tokens. Shows the progress (also of resuming) and the tokens that were gone. */
  readonly batchDialog = this.named('dialog', batchTitles)
  /** Present while an action on several tokens, or an export, is in progress. */
  readonly stopButton = this.named('button', 'ui.stop')
  /** Continues with the remaining tokens after a stop or a failure. */
  readonly continueButton = this.batchDialog.getByRole(
    'button',
    this.words.named('tokenList.continue'),
  )

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
    await fill(this.searchField, this.words.text('tokenList.search'), text)
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
    const { key, text: optionText } = filterTexts(this.words, label, option)
    const name = this.words.text(key)
    const what = this.words.describe('button', 'tokenList.filters.name')
    await find(this.filtersButton, what, this.mainButtons)
    const isOpen = (await this.filtersButton.getAttribute('aria-expanded')) === 'true'
    if (!isOpen) await click(this.filtersButton, what)
    const select = this.filters.getByLabel(name, { exact: true })
    await find(select, `filter "${name}"`)
    const chosen = await select.locator('option:checked').textContent()
    const previousUrl = this.page.url()
    await selectOption(select, name, optionText)
    const isChange = chosen?.trim() !== optionText
    await waitForResults(
      this.page,
      `the filter "${name}: ${optionText}"`,
      ({ href }) => !isChange || href !== previousUrl,
    )
  }

  /** A quick filter, with the number of its tokens in its name. */
  quickFilter(name: QuickFilter): Locator {
    assertOneOf('a quick filter', name, Object.keys(quickFilters))
    return this.quickFilters.getByRole('button', this.words.counted(quickFilters[name]))
  }

  /** Selects tokens by name. */
  async select(...tokenNames: string[]): Promise<void> {
    for (const name of tokenNames) {
      await this.#findToken(name)
      const what = this.words.describe('checkbox', 'tokenList.select', { name })
      await check(this.selectCheckbox(name), what)
    }
  }

  selectCheckbox(tokenName: string): Locator {
    const name = this.words.named('tokenList.select', { name: tokenName })
    return this.table.getByRole('checkbox', name)
  }

  /** @deprecated Use `selectCheckbox`. */
  selectBox(tokenName: string): Locator {
    return this.selectCheckbox(tokenName)
  }

  /** Selects all matching tokens, including those on other pages. */
  async selectAllThatMatch(): Promise<void> {
    await check(this.selectAllCheckbox, this.words.describe('checkbox', 'tokenList.selectAll'))
    const all = this.toolbar.getByRole('button', this.words.named('tokenList.selection.all'))
    await find(this.toolbar, this.words.describe('toolbar', 'tokenList.selection.name'))
    const what = this.words.describe('button', 'tokenList.selection.all')
    if (await all.isVisible()) await click(all, what)
    await expect(all).toBeHidden()
  }

  /** Deletes the selected tokens, and confirms the dialog. From ten tokens on, it types their number. */
  async deleteSelected(): Promise<void> {
    await clickInToolbar(this.toolbar, 'tokenList.selection.delete')
    const button = await findInDialog(this.batchDialog, 'tokenList.batch.delete.confirm')
    const numberName = this.words.named('tokenList.batch.typeNumber')
    const field = this.batchDialog.getByRole('textbox', numberName)
    if (await field.isVisible()) {
      const count = numberIn(await button.innerText())
      await fill(field, this.words.text('tokenList.batch.typeNumber', { count }), count)
    }
    await clickInDialog(this.batchDialog, 'tokenList.batch.delete.confirm')
  }

  /** Pauses the selected tokens, and confirms the dialog. */
  async pauseSelected(): Promise<void> {
    await clickInToolbar(this.toolbar, 'tokenList.selection.pause')
    await clickInDialog(this.batchDialog, 'tokenList.batch.pause.confirm')
  }

  /** Resumes the selected tokens. The list must be filtered by "Paused". */
  async resumeSelected(): Promise<void> {
    await clickInToolbar(this.toolbar, 'tokenList.selection.resume')
  }

  /** Exports the selected tokens as a file. Wait for it with `page.waitForEvent('download')`. */
  async exportSelected(): Promise<void> {
    await clickInToolbar(this.toolbar, 'tokenList.selection.export')
  }

  columnHeader(name: string): Locator {
    assertOneOf('a column', name, namesIn(tokenColumns))
    return this.table.getByRole('columnheader', this.words.named(tokenColumns[name]))
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
    const name = this.words.named('tokenList.oldKey.retire')
    await click(this.oldKeyRow(tokenName).getByRole('button', name), `old key of "${tokenName}"`)
    await clickInDialog(new RetireDialog(this.page).dialog, 'replacement.retirement.confirm')
  }

  /** The button that opens the menu of a token. */
  actions(tokenName: string): Locator {
    return this.named('button', 'apiTokens.actionsFor', { name: tokenName })
  }

  /** An item of the open menu. */
  menuItem(name: string): Locator {
    assertOneOf("an item of a token's menu", name, namesIn(menuItems))
    return this.named('menuitem', menuItems[name])
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
    await click(this.addLink, this.words.describe('link', 'tokenList.add'), links)
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
    const { dialog } = await this.askToDelete(tokenName)
    await clickInDialog(dialog, 'lifecycle.deletion.confirm')
  }

  /** Opens the dialog that asks whether to pause the token. */
  async askToPause(tokenName: string): Promise<PauseDialog> {
    await this.#choose(tokenName, 'Pause token')
    return this.pauseDialog(tokenName)
  }

  /** Pauses a token, and confirms the dialog. */
  async pauseToken(tokenName: string): Promise<void> {
    const { dialog } = await this.askToPause(tokenName)
    await clickInDialog(dialog, 'lifecycle.pause')
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
  async #choose(tokenName: string, item: MenuItem): Promise<void> {
    await this.#findToken(tokenName)
    const name = { name: tokenName }
    await click(this.actions(tokenName), this.words.describe('menu', 'apiTokens.actionsFor', name))
    const what = `${this.words.describe('item', menuItems[item])} in the menu of "${tokenName}"`
    await click(this.menuItem(item), what, this.page.getByRole('menuitem'))
  }
}
