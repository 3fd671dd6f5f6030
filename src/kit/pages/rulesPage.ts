import type { Locator } from '@playwright/test'

import { BasePage } from './basePage.ts'
import { click } from './find.ts'

/** `/settings/api-tokens/rules`, "Rules". */
export class RulesPage extends BasePage {
  override readonly heading = this.titled('apiTokens.pages.rules')
  /** Options: "No limit", "30 days", "90 days", "180 days", "365 days". */
  readonly longestLife = this.named('combobox', 'rules.life.label')
  /** Options: "Never", "30 days", "60 days", "90 days", "180 days", "365 days". */
  readonly pauseUnusedAfter = this.named('combobox', 'rules.pause.label')
  /** The radio buttons "Allowed" and "Only per feature". */
  readonly fullAccess = this.named('radiogroup', 'rules.access.label')
  readonly descriptionRequired = this.named('checkbox', 'rules.description.label')
  readonly addressesRequired = this.named('checkbox', 'rules.addresses.label')
  /** Empty for no limit. */
  readonly tokensAtMost = this.named('textbox', 'rules.count.label')
  /** The links to the tokens that break a rule, one for each rule with such tokens. */
  readonly breakingLinks = this.named('link', 'rules.breaking')

  async open(): Promise<void> {
    await this.tab.openAsUser('/settings/api-tokens/rules')
  }

  /** Saves the rules. */
  async save(): Promise<void> {
    const button: Locator = this.named('button', 'rules.save')
    await click(button, this.words.describe('button', 'rules.save'), this.mainButtons)
  }
}
