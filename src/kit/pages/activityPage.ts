import type { Locator } from '@playwright/test'

import { activityActionValues } from '#src/api/generated/values.ts'

import { withQuery } from '../withQuery.ts'
import { BasePage } from './basePage.ts'
import { checkQuery } from './checkQuery.ts'
import { click, fill } from './find.ts'

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
  readonly #filters = this.page.getByRole('group', { name: 'Filters', exact: true })
  readonly action = this.#filters.getByRole('combobox', { name: 'Action', exact: true })
  readonly person = this.#filters.getByRole('combobox', { name: 'User', exact: true })
  /** Type the beginning of a name, then choose an option (`chooseToken`). */
  readonly token = this.#filters.getByRole('combobox', { name: 'Token', exact: true })
  /** The first and the last day, of the business: YYYY-MM-DD. */
  readonly from = this.#filters.getByLabel('From', { exact: true })
  readonly to = this.#filters.getByLabel('To', { exact: true })
  /** The active filters; the button of each removes it. */
  readonly chips = this.page.getByRole('list', { name: 'Active filters', exact: true })
  readonly pages = this.page.getByRole('navigation', { name: 'Pages', exact: true })
  readonly exportButton = this.page.getByRole('button', { name: 'Export CSV', exact: true })

  /** @param query the filters, as in the URL: `{ token: 'tok_…', action: 'paused' }`. */
  async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
    checkQuery(query, {
      page: null,
      pageSize: null,
      action: activityActionValues,
      by: null,
      token: null,
      from: null,
      to: null,
    })
    await this.tab.openAsUser(withQuery('/settings/api-tokens/activity', query))
  }

  /** Shows only the entries of a token, which may be deleted. */
  async chooseToken(name: string): Promise<void> {
    await fill(this.token, 'Token', name)
    const options = this.page.getByRole('listbox', { name: 'Token', exact: true })
    const option = options.getByRole('option', { name })
    const what = `token "${name}" in the activity`
    await click(option.first(), what, options.getByRole('option'))
  }

  /** The entries of a token, by the full name that it had at that time. */
  entriesOf(tokenName: string): Locator {
    const token = this.page.getByRole('cell').nth(3).getByText(tokenName, { exact: true })
    return this.entries.filter({ has: token })
  }
}
