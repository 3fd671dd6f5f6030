import type { Locator } from '@playwright/test'

import { BasePage } from './basePage.ts'

/** `/settings/api-tokens/activity`, "Activity". */
export class ActivityPage extends BasePage {
  override readonly heading = this.page.getByRole('heading', {
    level: 1,
    name: 'Activity',
    exact: true,
  })
  readonly table = this.page.getByRole('table', { name: 'Activity', exact: true })
  /** The entries, newest first. */
  readonly entries = this.table.locator('tbody').getByRole('row')
  readonly action = this.page.getByRole('combobox', { name: 'What was done', exact: true })
  readonly person = this.page.getByRole('combobox', { name: 'Who did it', exact: true })
  readonly pages = this.page.getByRole('navigation', { name: 'Pages', exact: true })
  readonly exportButton = this.page.getByRole('button', { name: 'Export activity', exact: true })

  /** @param query the filters, as in the URL: `{ token: 'tok_…', action: 'paused' }`. */
  async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
    const text = new URLSearchParams(query).toString()
    await this.tab.open(`/settings/api-tokens/activity${text && `?${text}`}`)
  }

  /** The entries of a token, by the full name that it had at that time. */
  entriesOf(tokenName: string): Locator {
    const token = this.page.getByRole('cell').nth(3).getByText(tokenName, { exact: true })
    return this.entries.filter({ has: token })
  }
}
