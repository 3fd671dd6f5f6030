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
import { accessLevelLabels, featureLabels, permissionLabels } from '../words/labels.ts'
import { chooseExpiration } from './chooseExpiration.ts'
import { BasePage } from './basePage.ts'
import { check, click, find } from './find.ts'
import { addressFields, limitAddresses } from './limitAddresses.ts'

const oldKeyLifetimes = {
  'Not at all': 'replacement.keep.values.none',
  '1 hour': 'replacement.keep.values.hour',
  '1 day': 'replacement.keep.values.day',
  '1 week': 'replacement.keep.values.week',
} as const
/** How long the old key works after the replacement. */
export type OldKeyLifetime = keyof typeof oldKeyLifetimes

/** `/settings/api-tokens/{id}/replace`, "Replace {token name}". */
export class ReplaceTokenPage extends BasePage {
  /** Shows and hides the choice of the access. */
  readonly changeAccessButton = this.named('button', 'replacement.access.open')
  /** The old token's access. Only present while the choice of the access is shown. */
  readonly currentAccess = this.named('region', 'replacement.access.current')
  /** The new token's access. Only present while the choice of the access is shown. */
  readonly newAccess = this.named('region', 'replacement.access.new')
  /** The gained and the lost permissions and another expiry, one item each. */
  readonly changes = this.named('list', 'replacement.access.change').getByRole('listitem')
  readonly levels = this.named('radiogroup', 'tokenForm.level')
  readonly oldKeyTimes = this.named('radiogroup', 'replacement.keep.label')
  readonly expiration = this.named('combobox', 'expiry.label')
  /** The last day of the new key. Only present while "Custom date" is chosen. */
  readonly expiresOn = this.named('textbox', 'expiry.date')
  /** "Anywhere" or "Only these addresses". */
  readonly allowedAddresses = addressFields(this.page).allowedAddresses
  /** One a line. Only present with "Only these addresses". */
  readonly addresses = addressFields(this.page).addresses
  /** The note that the URL has proposed the new access. */
  readonly proposalNote = this.saying('replacement.proposal.filledIn')
  /** The note about parameters of the URL that were ignored. */
  readonly ignoredParametersNote = this.saying('replacement.proposal.ignoredParameters')
  readonly generateButton = this.named('button', 'replacement.submit')
  readonly cancelButton = this.named('button', 'tokenForm.cancel')
  /** Asks before the input is discarded. */
  readonly discardDialog = this.named('dialog', 'tokenForm.discardTitle')

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
    return this.levels.getByRole('radio', this.words.named(accessLevelLabels[level]))
  }

  /** A permission of a feature. Only present while Custom is chosen. */
  permission(feature: Feature, permission: Permission): Locator {
    checkPermissions({ [feature]: permission })
    return this.#permissions(feature).getByRole(
      'radio',
      this.words.named(permissionLabels[permission]),
    )
  }

  #permissions(feature: Feature): Locator {
    return this.named('radiogroup', featureLabels[feature])
  }

  oldKeyTime(time: OldKeyLifetime): Locator {
    assertOneOf('a time to keep the old key', time, Object.keys(oldKeyLifetimes))
    return this.oldKeyTimes.getByRole('radio', this.words.named(oldKeyLifetimes[time]))
  }

  async keepOldKey(time: OldKeyLifetime): Promise<void> {
    const radio = this.oldKeyTime(time)
    const what = this.words.describe('choice', oldKeyLifetimes[time])
    await check(radio, what, this.oldKeyTimes.getByRole('radio'))
  }

  /** Shows the choice of the access, if it is hidden. */
  async showAccess(): Promise<void> {
    await find(
      this.changeAccessButton,
      this.words.describe('button', 'replacement.access.open'),
      this.mainButtons,
    )
    if ((await this.changeAccessButton.getAttribute('aria-expanded')) === 'true') return
    await click(this.changeAccessButton, this.words.describe('button', 'replacement.access.open'))
  }

  /** Chooses a level and, for Custom, permissions. Features that are omitted keep the permission of the token. */
  async chooseAccess(level: AccessLevel, features: Permissions = {}): Promise<void> {
    checkPermissions(features)
    const radio = this.level(level)
    await this.showAccess()
    const levelName = this.words.describe('access level', accessLevelLabels[level])
    await check(radio, levelName, this.levels.getByRole('radio'))
    for (const [feature, permission] of permissionsIn(features)) {
      const choice = this.words.describe('choice', permissionLabels[permission])
      const what = `${choice} for ${this.words.text(featureLabels[feature])}`
      const others = this.#permissions(feature).getByRole('radio')
      await check(this.permission(feature, permission), what, others)
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
    await click(
      this.generateButton,
      this.words.describe('button', 'replacement.submit'),
      this.mainButtons,
    )
  }
}
