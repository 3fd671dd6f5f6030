import type { Locator } from '@playwright/test'

import { BasePage } from './basePage.ts'
import { click } from './find.ts'

/** `/settings/api-tokens/rules`, "Rules". */
export class RulesPage extends BasePage {
  override readonly heading = this.page.getByRole('heading', {
    level: 1,
    name: 'Rules',
    exact: true,
  })
  /** Options: "No limit", "30 days", "90 days", "180 days", "365 days". */
  readonly longestLife = this.page.getByRole('combobox', { name: 'Longest life', exact: true })
  /** Options: "Never", "30 days", "60 days", "90 days", "180 days", "365 days". */
  readonly pauseUnusedAfter = this.page.getByRole('combobox', {
    name: 'Pause unused tokens after',
    exact: true,
  })
  /** The radio buttons "Allowed" and "Only per feature". */
  readonly fullAccess = this.page.getByRole('radiogroup', { name: 'Full Access', exact: true })
  readonly descriptionRequired = this.page.getByRole('checkbox', {
    name: 'Description required',
    exact: true,
  })
  readonly addressesRequired = this.page.getByRole('checkbox', {
    name: 'Addresses required',
    exact: true,
  })
  /** Empty for no limit. */
  readonly tokensAtMost = this.page.getByRole('textbox', { name: 'Tokens at most', exact: true })
  /** The links to the tokens that break a rule, one for each rule with such tokens. */
  readonly breakingLinks = this.page.getByRole('link', { name: 'break this rule' })

  async open(): Promise<void> {
    await this.tab.openAsUser('/settings/api-tokens/rules')
  }

  /** Saves the rules. */
  async save(): Promise<void> {
    const button: Locator = this.page.getByRole('button', { name: 'Save rules', exact: true })
    await click(button, 'button "Save rules"', this.mainButtons)
  }
}
