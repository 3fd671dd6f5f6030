import type { Locator, Page } from '@playwright/test'

import { BasePage } from './basePage.ts'
import { DeleteDialog } from './deleteDialog.ts'
import { PauseDialog } from './pauseDialog.ts'

type AdviceGroup = 'Failing' | 'Unused' | 'More access than needed' | 'Dismissed'

/** `/settings/api-tokens/advice`, "Advice". */
export class TokenAdvicePage extends BasePage {
  override readonly heading = this.page.getByRole('heading', {
    level: 1,
    name: 'Advice',
    exact: true,
  })
  /** One item for each token, in all groups that are unfolded. */
  readonly items = this.page
    .getByRole('list', { name: /^(Failing|Unused|More access than needed|Dismissed)$/ })
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
    const view = new URLSearchParams(query).toString()
    await this.tab.open(`/settings/api-tokens/advice${view === '' ? '' : `?${view}`}`)
  }

  /** A group, with its heading and its number. Absent if it is empty. */
  group(name: AdviceGroup): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${name}\\b`) })
  }

  item(tokenName: string): Locator {
    const link = this.page.getByRole('link', { name: tokenName, exact: true })
    return this.items.filter({ has: link })
  }

  /** Opens the page with all tokens of a group. Only groups of many tokens have it. */
  async showAll(name: AdviceGroup): Promise<void> {
    await this.group(name)
      .getByRole('link', { name: /^Show all [\d,]+/ })
      .click()
  }

  /** Unfolds the dismissed advice. */
  async showDismissed(): Promise<void> {
    const button = this.page.getByRole('button', { name: /^Dismissed [\d,]+$/ })
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
  }

  /** Opens `replaceTokenPage` with the access that the token uses. */
  async removeAccess(tokenName: string): Promise<void> {
    await follow(this.page, `Remove access from ${tokenName}`)
  }

  /** Opens `replaceTokenPage` with the access whose lack refused the token's requests. */
  async grantMissingAccess(tokenName: string): Promise<void> {
    await follow(this.page, `Grant the missing access to ${tokenName}`)
  }

  /** Opens the requests of a failing token. */
  async seeRequests(tokenName: string): Promise<void> {
    await follow(this.page, `See requests of ${tokenName}`)
  }

  /** @deprecated Use `removeAccess`. */
  prepare(tokenName: string): Promise<void> {
    return this.removeAccess(tokenName)
  }

  /** Pauses an unused token, and confirms the dialog. */
  async pauseToken(tokenName: string): Promise<void> {
    await press(this.page, `Pause ${tokenName}`)
    await new PauseDialog(this.page, tokenName).pauseButton.click()
  }

  /** Deletes an unused token, and confirms the dialog. */
  async deleteToken(tokenName: string): Promise<void> {
    await press(this.page, `Delete ${tokenName}`)
    await new DeleteDialog(this.page, tokenName).deleteButton.click()
  }

  /** Dismisses the advice about a token for 90 days. */
  async dismiss(tokenName: string): Promise<void> {
    await press(this.page, `Dismiss for 90 days: ${tokenName}`)
  }

  /** Restores dismissed advice. */
  async restore(tokenName: string): Promise<void> {
    await this.showDismissed()
    await press(this.page, `Restore the advice about ${tokenName}`)
  }

  /** Selects tokens by name. */
  async select(...tokenNames: string[]): Promise<void> {
    for (const name of tokenNames) {
      await this.page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check()
    }
  }

  /** Dismisses the advice about the selected tokens. */
  async dismissSelected(): Promise<void> {
    await this.toolbar.getByRole('button', { name: 'Dismiss for 90 days', exact: true }).click()
  }

  /** Pauses the selected tokens, and confirms the dialog. */
  async pauseSelected(): Promise<void> {
    await this.toolbar.getByRole('button', { name: 'Pause', exact: true }).click()
    await this.batchDialog.getByRole('button', { name: /^Pause [\d,]+ tokens?$/ }).click()
  }
}

async function follow(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click()
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}
