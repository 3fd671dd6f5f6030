import type { Locator } from '@playwright/test'

import {
  type AccessLevel,
  accessLevels,
  accessOf,
  checkExpiration,
  checkPermissions,
  checkTokenInput,
  type Expiration,
  type Feature,
  features,
  type Permission,
  permissionsIn,
  type TokenInput,
} from '../access.ts'
import { assertOneOf } from '../assertOneOf.ts'
import { withQuery } from '../withQuery.ts'
import { chooseExpiration } from './chooseExpiration.ts'
import { BasePage } from './basePage.ts'
import { check, click, fill, selectOption } from './find.ts'
import { addressFields, limitAddresses } from './limitAddresses.ts'

const templates = [
  'No template',
  'Shipping',
  'Analytics',
  'Chatbot',
  'Accounting',
  'Backup',
] as const
type Template = (typeof templates)[number]

/** `/settings/api-tokens/new`, "Add a token". */
export class TokenFormPage extends BasePage {
  override readonly heading = this.page.getByRole('heading', {
    level: 1,
    name: 'Add a token',
    exact: true,
  })
  readonly name = this.page.getByRole('textbox', { name: 'Token Name', exact: true })
  readonly description = this.page.getByRole('textbox', { name: 'Token Description', exact: true })
  readonly expiration = this.page.getByRole('combobox', { name: 'Expiration', exact: true })
  /** The last day of the token. Only present while "Custom date" is chosen. */
  readonly expiresOn = this.page.getByRole('textbox', { name: 'Expires on', exact: true })
  readonly levels = this.page.getByRole('radiogroup', { name: 'Select Access Level', exact: true })
  /** "Anywhere" or "Only these addresses". */
  readonly allowedAddresses = addressFields(this.page).allowedAddresses
  /** One a line. Only present with "Only these addresses". */
  readonly addresses = addressFields(this.page).addresses
  readonly generateButton = this.page.getByRole('button', { name: 'Generate token', exact: true })
  readonly cancelButton = this.page.getByRole('button', { name: 'Cancel', exact: true })
  /** The templates: kinds of applications. */
  readonly template = this.page.getByRole('combobox', {
    name: 'Start from a template',
    exact: true,
  })
  /** The note that a link has filled in the form. */
  readonly prefilledNote = this.page.getByText('Filled in by a link: check it before you generate')
  /** The title above the list of ignored link parameters. */
  readonly ignoredParametersNote = this.page.getByText('Not all of the link could be used')
  /** The ignored link parameters, one item each, with the reason. */
  readonly ignoredParameters = this.page.getByRole('listitem').filter({ hasText: /^“/ })
  /** Asks before the input is discarded. */
  readonly discardDialog = this.dialog('Discard what you typed?')

  /** @deprecated Use `prefilledNote`. */
  get linkNote(): Locator {
    return this.prefilledNote
  }

  /** @deprecated Use `ignoredParametersNote`. */
  get misfitsNote(): Locator {
    return this.ignoredParametersNote
  }

  /** @deprecated Use `ignoredParameters`. */
  get misfits(): Locator {
    return this.ignoredParameters
  }

  /** @param link for example `{ name: 'ShipFast', level: 'custom', sales_orders: 'full_access' }` (docs/token-links.md). */
  async open(link: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.tab.openAsUser(withQuery('/settings/api-tokens/new', link))
  }

  /** Chooses one of the templates, or "No template". */
  async startFrom(template: Template): Promise<void> {
    assertOneOf('a template', template, templates)
    await selectOption(this.template, 'Start from a template', template)
  }

  level(level: AccessLevel): Locator {
    assertOneOf('an access level', level, accessLevels)
    return this.levels.getByRole('radio', { name: level, exact: true })
  }

  /** The permissions of a feature. Only present while Custom is chosen. */
  feature(feature: Feature): Locator {
    assertOneOf('a feature', feature, features)
    return this.page.getByRole('radiogroup', { name: feature, exact: true })
  }

  permission(feature: Feature, permission: Permission): Locator {
    checkPermissions({ [feature]: permission })
    return this.feature(feature).getByRole('radio', { name: permission, exact: true })
  }

  /** Fills in the form. Defaults to a Read-only token named ShipFast. */
  async fill(wanted: TokenInput & { expires?: Expiration } = {}): Promise<void> {
    checkTokenInput(wanted, ['expires'])
    if (wanted.expires !== undefined) checkExpiration(wanted.expires)
    await fill(this.name, 'Token Name', wanted.name ?? 'ShipFast')
    if (wanted.description !== undefined)
      await fill(this.description, 'Token Description', wanted.description)
    if (wanted.expires !== undefined) await this.chooseExpiration(wanted.expires)
    if (wanted.addresses !== undefined) await this.limitAddresses(wanted.addresses)
    const level = accessOf(wanted)
    await check(this.level(level), `access level "${level}"`, this.levels.getByRole('radio'))
    for (const [feature, permission] of permissionsIn(wanted.features ?? {})) {
      const others = this.feature(feature).getByRole('radio')
      const what = `choice "${permission}" for ${feature}`
      await check(this.permission(feature, permission), what, others)
    }
  }

  /** Chooses the expiration: an option of the form, or the last day, such as "2027-02-22". */
  async chooseExpiration(expires: Expiration): Promise<void> {
    await chooseExpiration(this, expires)
  }

  /** Limits the token to addresses and ranges; an empty list allows all. */
  async limitAddresses(addresses: readonly string[]): Promise<void> {
    await limitAddresses(this, addresses)
  }

  async generate(): Promise<void> {
    await click(this.generateButton, 'button "Generate token"', this.mainButtons)
  }

  async cancel(): Promise<void> {
    await click(this.cancelButton, 'button "Cancel"', this.mainButtons)
  }
}
