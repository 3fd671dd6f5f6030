import type { Locator } from '@playwright/test'

import { BasePage } from './basePage.ts'

/** `/settings/api-tokens/advice`, "Advice". */
export class TokenAdvicePage extends BasePage {
  /** One item for each token, with what to do about it. */
  readonly items = this.page
    .getByRole('list', { name: 'Advice', exact: true })
    .getByRole('listitem')
  /** The heading that is shown if there is no advice. */
  readonly emptyNote = this.page.getByRole('heading', { name: 'No advice', exact: true })

  /** @deprecated Use `emptyNote`. */
  get nothing(): Locator {
    return this.emptyNote
  }

  async open(): Promise<void> {
    await this.tab.open('/settings/api-tokens/advice')
  }

  item(tokenName: string): Locator {
    const link = this.page.getByRole('link', { name: tokenName, exact: true })
    return this.items.filter({ has: link })
  }

  /** Opens `replaceTokenPage` with the access that the token needs. */
  async prepare(tokenName: string): Promise<void> {
    const name = `Prepare a replacement for ${tokenName}`
    await this.page.getByRole('link', { name, exact: true }).click()
  }
}
