import type { Locator } from '@playwright/test'

import {
  type AccessLevel,
  accessLevels,
  checkPermissions,
  type Expiration,
  type Feature,
  type Permission,
  type Permissions,
  permissionsIn,
} from '../access.ts'
import { assertOneOf } from '../assertOneOf.ts'
import { withQuery } from '../withQuery.ts'
import { chooseExpiration } from './chooseExpiration.ts'
import { BasePage } from './basePage.ts'
import { check, click, find } from './find.ts'
import { addressFields, limitAddresses } from './limitAddresses.ts'

const oldKeyLifetimes = ['Not at all', '1 hour', '1 day', '1 week'] as const
/** How long the old key works after the replacement. */
export type OldKeyLifetime = (typeof oldKeyLifetimes)[number]

/** `/settings/api-tokens/{id}/replace`, "Replace {token name}". */
export class ReplaceTokenPage extends BasePage {
  /** Shows and hides the choice of the access. */
  readonly changeAccessButton = this.page.getByRole('button', {
    name: 'Change access',
    exact: true,
  })
  /** The old token's access. Only present while the choice of the access is shown. */
  readonly currentAccess = this.page.getByRole('region', { name: 'Current access', exact: true })
  /** The new token's access. Only present while the choice of the access is shown. */
  readonly newAccess = this.page.getByRole('region', { name: 'New access', exact: true })
  /** The gained and the lost permissions and another expiry, one item each. */
  readonly changes = this.page
    .getByRole('list', { name: 'What changes', exact: true })
    .getByRole('listitem')
  readonly levels = this.page.getByRole('radiogroup', { name: 'Select Access Level', exact: true })
  readonly oldKeyTimes = this.page.getByRole('radiogroup', {
    name: 'Keep the old key',
    exact: true,
  })
  readonly expiration = this.page.getByRole('combobox', { name: 'Expiration', exact: true })
  /** The last day of the new key. Only present while "Custom date" is chosen. */
  readonly expiresOn = this.page.getByRole('textbox', { name: 'Expires on', exact: true })
  /** "Anywhere" or "Only these addresses". */
  readonly allowedAddresses = addressFields(this.page).allowedAddresses
  /** One a line. Only present with "Only these addresses". */
  readonly addresses = addressFields(this.page).addresses
  /** The note that the URL has proposed the new access. */
  readonly proposalNote = this.page.getByText('A link proposed the new access.')
  /** The note about parameters of the URL that were ignored. */
  readonly ignoredParametersNote = this.page.getByText('Parts of this link aren’t supported')
  readonly generateButton = this.page.getByRole('button', { name: 'Generate new key', exact: true })
  readonly cancelButton = this.page.getByRole('button', { name: 'Cancel', exact: true })
  /** Asks before the input is discarded. */
  readonly discardDialog = this.dialog('Discard what you typed?')

  /** @deprecated Use `currentAccess`. */
  get presentAccess(): Locator {
    return this.currentAccess
  }

  /** @deprecated Use `ignoredParametersNote`. */
  get misfitsNote(): Locator {
    return this.ignoredParametersNote
  }

  /** @param proposal the query parameters of the URL: `{ level: 'custom', tickets: 'read_only' }`, or `{ because: 'leaked' }`. */
  async open(
    tokenId: string,
    proposal: string | Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const path = `/settings/api-tokens/${encodeURIComponent(tokenId)}/replace`
    await this.tab.openAsUser(withQuery(path, proposal))
  }

  level(level: AccessLevel): Locator {
    assertOneOf('an access level', level, accessLevels)
    return this.levels.getByRole('radio', { name: level, exact: true })
  }

  /** A permission of a feature. Only present while Custom is chosen. */
  permission(feature: Feature, permission: Permission): Locator {
    checkPermissions({ [feature]: permission })
    return this.page
      .getByRole('radiogroup', { name: feature, exact: true })
      .getByRole('radio', { name: permission, exact: true })
  }

  oldKeyTime(time: OldKeyLifetime): Locator {
    assertOneOf('a time to keep the old key', time, oldKeyLifetimes)
    return this.oldKeyTimes.getByRole('radio', { name: time, exact: true })
  }

  async keepOldKey(time: OldKeyLifetime): Promise<void> {
    const radio = this.oldKeyTime(time)
    await check(radio, `choice "${time}"`, this.oldKeyTimes.getByRole('radio'))
  }

  /** Shows the choice of the access, if it is hidden. */
  async showAccess(): Promise<void> {
    await find(this.changeAccessButton, 'button "Change access"', this.mainButtons)
    if ((await this.changeAccessButton.getAttribute('aria-expanded')) === 'true') return
    await click(this.changeAccessButton, 'button "Change access"')
  }

  /** Chooses a level and, for Custom, permissions. Features that are omitted keep the permission of the token. */
  async chooseAccess(level: AccessLevel, features: Permissions = {}): Promise<void> {
    checkPermissions(features)
    const radio = this.level(level)
    await this.showAccess()
    await check(radio, `access level "${level}"`, this.levels.getByRole('radio'))
    for (const [feature, permission] of permissionsIn(features)) {
      const choice = this.permission(feature, permission)
      const others = this.page.getByRole('radiogroup', { name: feature, exact: true })
      await check(choice, `choice "${permission}" for ${feature}`, others.getByRole('radio'))
    }
  }

  /** Chooses the expiration of the new key: an option of the form, or the last day, such as "2027-02-22". */
  async chooseExpiration(expires: Expiration): Promise<void> {
    await chooseExpiration(this, expires)
  }

  /** Limits the token to addresses and ranges; an empty list allows all. */
  async limitAddresses(addresses: readonly string[]): Promise<void> {
    await limitAddresses(this, addresses)
  }

  /** Submits the form. `tokenKeyPage` then shows the key. */
  async generate(): Promise<void> {
    await click(this.generateButton, 'button "Generate new key"', this.mainButtons)
  }
}
