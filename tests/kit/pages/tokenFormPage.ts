import type { Locator } from '@playwright/test'

import {
  type AccessLevel,
  accessOf,
  type Expiration,
  type Feature,
  type Permission,
  type WantedToken,
} from '../access.ts'
import { Screen } from './screen.ts'

/** `/settings/api-tokens/new`, "Add a token". */
export class TokenFormPage extends Screen {
  override readonly heading = this.page.getByRole('heading', {
    level: 1,
    name: 'Add a token',
    exact: true,
  })
  readonly name = this.page.getByRole('textbox', { name: 'Token Name', exact: true })
  readonly description = this.page.getByRole('textbox', { name: 'Token Description', exact: true })
  readonly expiration = this.page.getByRole('combobox', { name: 'Expiration', exact: true })
  /** The last day of the token's life: there only while Custom date is chosen. */
  readonly expiresOn = this.page.getByRole('textbox', { name: 'Expires on', exact: true })
  readonly levels = this.page.getByRole('radiogroup', { name: 'Select Access Level', exact: true })
  readonly generateButton = this.page.getByRole('button', { name: 'Generate token', exact: true })
  readonly cancelButton = this.page.getByRole('button', { name: 'Cancel', exact: true })
  /** Asks before what was typed is lost. */
  readonly discardDialog = this.dialog('Discard what you typed?')

  async open(): Promise<void> {
    await this.tab.open('/settings/api-tokens/new')
  }

  level(level: AccessLevel): Locator {
    return this.levels.getByRole('radio', { name: level, exact: true })
  }

  /** The choice for a feature: there only while Custom is chosen. */
  feature(feature: Feature): Locator {
    return this.page.getByRole('radiogroup', { name: feature, exact: true })
  }

  permission(feature: Feature, permission: Permission): Locator {
    return this.feature(feature).getByRole('radio', { name: permission, exact: true })
  }

  /** Fills in the form: Read-only for ShipFast, where nothing else is wanted. */
  async fill(wanted: WantedToken & { expires?: Expiration } = {}): Promise<void> {
    await this.name.fill(wanted.name ?? 'ShipFast')
    if (wanted.description !== undefined) await this.description.fill(wanted.description)
    if (wanted.expires !== undefined) await this.chooseExpiration(wanted.expires)
    await this.level(accessOf(wanted)).check()
    for (const [feature, permission] of Object.entries(wanted.features ?? {})) {
      await this.permission(feature as Feature, permission).check()
    }
  }

  /** How long the token is to live: one of the form's words, or the last day, "2027-02-22". */
  async chooseExpiration(expires: Expiration): Promise<void> {
    const isDay = /^\d{4}-/.test(expires)
    await this.expiration.selectOption(isDay ? 'Custom date' : expires)
    if (isDay) await this.expiresOn.fill(expires)
  }

  async generate(): Promise<void> {
    await this.generateButton.click()
  }

  async cancel(): Promise<void> {
    await this.cancelButton.click()
  }
}
