import type { Locator } from '@playwright/test'

import { adviceGroupValues } from '#src/api/generated/values.ts'

import { assertOneOf } from '../assertOneOf.ts'
import { withQuery } from '../withQuery.ts'
import type { MessageKey } from '../words/messageKey.ts'
import { BasePage } from './basePage.ts'
import { checkQuery } from './checkQuery.ts'
import { DeleteDialog } from './deleteDialog.ts'
import { check, click, clickInDialog, clickInToolbar, find } from './find.ts'
import { PauseDialog } from './pauseDialog.ts'
import { batchTitles } from './tokenListNames.ts'

const groups = {
  Failing: 'apiTokens.adviceGroups.failing',
  Unused: 'apiTokens.adviceGroups.unused',
  'Breaks a rule': 'apiTokens.adviceGroups.breaks_rule',
  'More access than needed': 'apiTokens.adviceGroups.unused_permissions',
  'Used from few addresses': 'apiTokens.adviceGroups.few_addresses',
  Dismissed: 'apiTokens.adviceGroups.dismissed',
} as const
type AdviceGroup = keyof typeof groups

/** How long advice stays dismissed. */
const dismissal = { days: 90 }

/** `/settings/api-tokens/advice`, "Advice". */
export class TokenAdvicePage extends BasePage {
  override readonly heading = this.titled('apiTokens.pages.advice')
  /** One item for each token, in all groups that are unfolded. */
  readonly items = this.named('list', Object.values(groups)).getByRole('listitem')
  /** The heading that is shown if there is no advice. */
  readonly emptyNote = this.named('heading', 'advice.none')
  /** The actions for the selected tokens: those that fit all of them. */
  readonly toolbar = this.named('toolbar', 'tokenList.selection.name')
  /** Asks before it deletes or pauses several tokens. */
  readonly batchDialog = this.named('dialog', batchTitles)
  /** In the message about dismissed or restored advice. */
  readonly undoButton = this.named('button', 'ui.undo')
  /** The pagination of a group. */
  readonly pages = this.named('navigation', 'ui.pages.name')

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
    assertOneOf('a group of advice', name, Object.keys(groups))
    return this.page.getByRole('region', this.words.counted(groups[name]))
  }

  item(tokenName: string): Locator {
    const link = this.page.getByRole('link', { name: tokenName, exact: true })
    return this.items.filter({ has: link })
  }

  /** Opens the page with all tokens of a group. Only groups of many tokens have it. */
  async showAll(name: AdviceGroup): Promise<void> {
    const group = this.words.text(groups[name])
    const link = this.group(name).getByRole('link', this.words.named('advice.showAllOf', { group }))
    await click(link, `link to all tokens of "${group}"`, this.named('link', 'advice.showAllOf'))
  }

  /** Unfolds the dismissed advice. */
  async showDismissed(): Promise<void> {
    const button = this.page.getByRole('button', this.words.counted(groups.Dismissed))
    await find(button, 'dismissed advice')
    if ((await button.getAttribute('aria-expanded')) === 'false')
      await click(button, 'dismissed advice')
  }

  /** Opens `replaceTokenPage` with the access that the token uses. */
  async removeAccess(tokenName: string): Promise<void> {
    await this.#press('link', tokenName, 'advice.actions.remove.label')
  }

  /** Opens `replaceTokenPage` with the access whose lack refused the token's requests. */
  async grantMissingAccess(tokenName: string): Promise<void> {
    await this.#press('link', tokenName, 'advice.actions.grant.label')
  }

  /** Opens `replaceTokenPage` for a token that breaks a rule. */
  async replaceToken(tokenName: string): Promise<void> {
    await this.#press('link', tokenName, 'advice.actions.replace.label')
  }

  /** Opens the details of a token without allowed addresses, to limit it to those that it is used from. */
  async limitAddresses(tokenName: string): Promise<void> {
    await this.#press('link', tokenName, 'advice.actions.limit.label')
  }

  /** Opens the requests of a failing token. */
  async seeRequests(tokenName: string): Promise<void> {
    await this.#press('link', tokenName, 'advice.actions.requests.label')
  }

  /** @deprecated Use `removeAccess`. */
  async prepare(tokenName: string): Promise<void> {
    await this.removeAccess(tokenName)
  }

  /** Pauses an unused token, and confirms the dialog. */
  async pauseToken(tokenName: string): Promise<void> {
    await this.#press('button', tokenName, 'advice.actions.pause.label')
    await clickInDialog(new PauseDialog(this.page, tokenName).dialog, 'lifecycle.pause')
  }

  /** Deletes an unused token, and confirms the dialog. */
  async deleteToken(tokenName: string): Promise<void> {
    await this.#press('button', tokenName, 'advice.actions.delete.label')
    await clickInDialog(new DeleteDialog(this.page, tokenName).dialog, 'lifecycle.deletion.confirm')
  }

  /** Dismisses the advice about a token for 90 days. */
  async dismiss(tokenName: string): Promise<void> {
    await this.#press('button', tokenName, 'advice.actions.dismiss.label')
  }

  /** Restores dismissed advice. */
  async restore(tokenName: string): Promise<void> {
    await this.showDismissed()
    await this.#press('button', tokenName, 'advice.actions.restore.label')
  }

  /** Selects tokens by name. */
  async select(...tokenNames: string[]): Promise<void> {
    for (const name of tokenNames) {
      const checkbox = this.named('checkbox', 'tokenList.select', { name })
      await check(checkbox, `advice about "${name}"`, this.#tokenLinks)
    }
  }

  /** Dismisses the advice about the selected tokens. */
  async dismissSelected(): Promise<void> {
    await clickInToolbar(this.toolbar, 'advice.actions.dismiss.text', dismissal)
  }

  /** Pauses the selected tokens, and confirms the dialog. */
  async pauseSelected(): Promise<void> {
    await clickInToolbar(this.toolbar, 'tokenList.selection.pause')
    await clickInDialog(this.batchDialog, 'tokenList.batch.pause.confirm')
  }

  /** The names of the tokens with advice. */
  get #tokenLinks(): Locator {
    return this.items.getByRole('link').filter({ has: this.page.locator('bdi') })
  }

  /** Presses a link or a button of a token's advice. */
  async #press(role: 'link' | 'button', tokenName: string, key: MessageKey): Promise<void> {
    const item = this.item(tokenName)
    await find(item, `advice about "${tokenName}"`, this.#tokenLinks)
    const offered = item.getByRole('link').or(item.getByRole('button'))
    const values = { ...dismissal, name: tokenName }
    await click(this.named(role, key, values), this.words.describe(role, key, values), offered)
  }
}
