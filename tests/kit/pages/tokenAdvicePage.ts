import type { Locator } from '@playwright/test'

import { Screen } from './screen.ts'

/** `/settings/api-tokens/advice`, "Advice". */
export class TokenAdvicePage extends Screen {
  /** A token each, with what may be done about it. */
  readonly items = this.page
    .getByRole('list', { name: 'Advice', exact: true })
    .getByRole('listitem')
  /** What stands there where there is nothing to say. */
  readonly nothing = this.page.getByRole('heading', { name: 'No advice', exact: true })

  async open(): Promise<void> {
    await this.tab.open('/settings/api-tokens/advice')
  }

  item(tokenName: string): Locator {
    const link = this.page.getByRole('link', { name: tokenName, exact: true })
    return this.items.filter({ has: link })
  }

  /** Goes on to `replaceTokenPage`, where the access is filled in that is enough. */
  async prepare(tokenName: string): Promise<void> {
    const name = `Prepare a replacement for ${tokenName}`
    await this.page.getByRole('link', { name, exact: true }).click()
  }
}
