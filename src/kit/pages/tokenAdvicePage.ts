import type { Locator } from '@playwright/test'

import { adviceGroupValues } from '#src/api/generated/values.ts'

import { assertOneOf } from '../assertOneOf.ts'
import { withQuery } from '../withQuery.ts'
import { BasePage } from './basePage.ts'
import { checkQuery } from './checkQuery.ts'
import { DeleteDialog } from './deleteDialog.ts'
import { check, click, clickInDialog, clickInToolbar, find } from './find.ts'
import { PauseDialog } from './pauseDialog.ts'

const groups = [
  'Failing',
  'Unused',
  'Breaks a rule',
  'More access than needed',
  'Used from few addresses',
  'Dismissed',
] as const
type AdviceGroup = (typeof groups)[number]

/** `/settings/api-tokens/advice`, "Advice". */
export class TokenAdvicePage extends BasePage {
  override readonly heading = this.page.getByRole('heading', {
    level: 1,
    name: 'Advice',
    exact: true,
  })
  /** One item for each token, in all groups that are unfolded. */
  readonly items = this.page
    .getByRole('list', { name: new RegExp(`^(${groups.join('|')})$`) })
    .getByRole('listitem')
  /** The heading that is shown if there is no advice. */
  readonly emptyNote = this.page.getByRole('heading', { name: 'No advice', exact: true })
  /** The actions for the selected tokens: those that fit all of them. */
  readonly toolbar = this.page.getByRole('toolbar', { name: 'Selected tokens', exact: true })
  /** Asks before it deletes or pauses several tokens. */
  readonly batchDialog = this.page.getByRole('dialog', {
    name: /^(Delete|Pause) [\d,]+ tokens?\??$/,
  })
  /** In the message about dismissed or restored advice. */
  readonly undoButton = this.page.getByRole('button', { name: 'Undo', exact: true })
  /** The pagination of a group. */
  readonly pages = this.page.getByRole('navigation', { name: 'Pages', exact: true })

  /** @deprecated Use `emptyNote`. */
  get nothing(): Locator {
    return this.emptyNote
  }

  /** @param query the group and the page, as in the URL: `{ group: 'unused', page: '2' }`. */
  async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
    checkQuery(query, { group: adviceGroupValues, page: null })
    await this.tab.openAsUser(withQuery('/settings/api-tokens/advice', query))
  }

  /** A group, with its heading and its number. Absent if it is empty. */
  group(name: AdviceGroup): Locator {
    assertOneOf('a group of advice', name, groups)
    return this.page.getByRole('region', { name: new RegExp(`^${name}\\b`) })
  }

  item(tokenName: string): Locator {
    const link = this.page.getByRole('link', { name: tokenName, exact: true })
    return this.items.filter({ has: link })
  }

  /** Opens the page with all tokens of a group. Only groups of many tokens have it. */
  async showAll(name: AdviceGroup): Promise<void> {
    const link = this.group(name).getByRole('link', { name: /^Show all [\d,]+/ })
    const all = this.page.getByRole('link', { name: /^Show all [\d,]+/ })
    await click(link, `link to all tokens of "${name}"`, all)
  }

  /** Unfolds the dismissed advice. */
  async showDismissed(): Promise<void> {
    const button = this.page.getByRole('button', { name: /^Dismissed [\d,]+$/ })
    await find(button, 'dismissed advice')
    if ((await button.getAttribute('aria-expanded')) === 'false')
      await click(button, 'dismissed advice')
  }

  /** Opens `replaceTokenPage` with the access that the token uses. */
  async removeAccess(tokenName: string): Promise<void> {
    await this.#press('link', tokenName, `Remove access from ${tokenName}`)
  }

  /** Opens `replaceTokenPage` with the access whose lack refused the token's requests. */
  async grantMissingAccess(tokenName: string): Promise<void> {
    await this.#press('link', tokenName, `Grant the missing access to ${tokenName}`)
  }

  /** Opens `replaceTokenPage` for a token that breaks a rule. */
  async replaceToken(tokenName: string): Promise<void> {
    await this.#press('link', tokenName, `Replace ${tokenName}`)
  }

  /** Opens the details of a token without allowed addresses, to limit it to those that it is used from. */
  async limitAddresses(tokenName: string): Promise<void> {
    await this.#press('link', tokenName, `Limit addresses of ${tokenName}`)
  }

  /** Opens the requests of a failing token. */
  async seeRequests(tokenName: string): Promise<void> {
    await this.#press('link', tokenName, `See requests of ${tokenName}`)
  }

  /** @deprecated Use `removeAccess`. */
  async prepare(tokenName: string): Promise<void> {
    await this.removeAccess(tokenName)
  }

  /** Pauses an unused token, and confirms the dialog. */
  async pauseToken(tokenName: string): Promise<void> {
    await this.#press('button', tokenName, `Pause ${tokenName}`)
    await clickInDialog(new PauseDialog(this.page, tokenName).pauseButton, 'Pause token')
  }

  /** Deletes an unused token, and confirms the dialog. */
  async deleteToken(tokenName: string): Promise<void> {
    await this.#press('button', tokenName, `Delete ${tokenName}`)
    await clickInDialog(new DeleteDialog(this.page, tokenName).deleteButton, 'Delete token')
  }

  /** Dismisses the advice about a token for 90 days. */
  async dismiss(tokenName: string): Promise<void> {
    await this.#press('button', tokenName, `Dismiss for 90 days: ${tokenName}`)
  }

  /** Restores dismissed advice. */
  async restore(tokenName: string): Promise<void> {
    await this.showDismissed()
    await this.#press('button', tokenName, `Restore the advice about ${tokenName}`)
  }

  /** Selects tokens by name. */
  async select(...tokenNames: string[]): Promise<void> {
    for (const name of tokenNames) {
      const checkbox = this.page.getByRole('checkbox', { name: `Select ${name}`, exact: true })
      await check(checkbox, `advice about "${name}"`, this.#tokenLinks)
    }
  }

  /** Dismisses the advice about the selected tokens. */
  async dismissSelected(): Promise<void> {
    await clickInToolbar(this.toolbar, 'Dismiss for 90 days')
  }

  /** Pauses the selected tokens, and confirms the dialog. */
  async pauseSelected(): Promise<void> {
    await clickInToolbar(this.toolbar, 'Pause')
    const button = this.batchDialog.getByRole('button', { name: /^Pause [\d,]+ tokens?$/ })
    await clickInDialog(button, 'Pause … tokens')
  }

  /** The names of the tokens with advice. */
  get #tokenLinks(): Locator {
    return this.items.getByRole('link').filter({ has: this.page.locator('bdi') })
  }

  /** Presses a link or a button of a token's advice. */
  async #press(role: 'link' | 'button', tokenName: string, name: string): Promise<void> {
    const item = this.item(tokenName)
    await find(item, `advice about "${tokenName}"`, this.#tokenLinks)
    const offered = item.getByRole('link').or(item.getByRole('button'))
    await click(this.page.getByRole(role, { name, exact: true }), `${role} "${name}"`, offered)
  }
}
