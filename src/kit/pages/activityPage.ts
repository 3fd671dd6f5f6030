import type { Locator } from '@playwright/test'

import { activityActionValues } from '#src/api/generated/values.ts'

import { withQuery } from '../withQuery.ts'
import { BasePage } from './basePage.ts'
import { checkQuery } from './checkQuery.ts'
import { click, fill } from './find.ts'

/** `/settings/api-tokens/activity`, "Activity". */
export class ActivityPage extends BasePage {
  override readonly heading = this.titled('apiTokens.pages.activity')
  readonly table = this.named('table', 'activity.table')
  /** The entries, newest first. */
  readonly entries = this.table.locator('tbody').getByRole('row')
  readonly #filters = this.named('group', 'activity.filters.name')
  readonly action = this.#filters.getByRole('combobox', this.words.named('activity.filters.action'))
  readonly person = this.#filters.getByRole('combobox', this.words.named('activity.filters.person'))
  /** Type the beginning of a name, then choose an option (`chooseToken`). */
  readonly token = this.#filters.getByRole('combobox', this.words.named('activity.filters.token'))
  /** The first and the last day, of the business: YYYY-MM-DD. */
  readonly from = this.#filters.getByLabel(this.words.text('activity.filters.from'), {
    exact: true,
  })
  readonly to = this.#filters.getByLabel(this.words.text('activity.filters.to'), { exact: true })
  /** The active filters; the button of each removes it. */
  readonly chips = this.named('list', 'ui.filters.active')
  readonly pages = this.named('navigation', 'ui.pages.name')
  readonly exportButton = this.named('button', 'activity.export.start')

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
    await fill(this.token, this.words.text('activity.filters.token'), name)
    const options = this.named('listbox', 'activity.filters.token')
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
