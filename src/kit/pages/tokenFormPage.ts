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
import { accessLevelLabels, featureLabels, permissionLabels } from '../words/labels.ts'
import { chooseExpiration } from './chooseExpiration.ts'
import { BasePage } from './basePage.ts'
import { check, click, fill, selectOption } from './find.ts'
import { addressFields, limitAddresses } from './limitAddresses.ts'

const templates = {
  'No template': 'prefill.none',
  Shipping: 'prefill.templates.shipping.name',
  Analytics: 'prefill.templates.analytics.name',
  Chatbot: 'prefill.templates.chatbot.name',
  Accounting: 'prefill.templates.accounting.name',
  Backup: 'prefill.templates.backup.name',
} as const
type Template = keyof typeof templates

/** What the page says about ignored link parameters. */
const linkProblems = [
  'prefill.link.problems.unknown',
  'prefill.link.problems.repeated',
  'prefill.link.problems.control-characters',
  'prefill.link.problems.too-long',
  'prefill.link.problems.without-custom',
  'prefill.link.problems.in-the-past',
  'prefill.link.problems.too-far',
  'prefill.link.problems.wrong-value',
  'prefill.link.problems.secret',
] as const

/** `/settings/api-tokens/new`, "Add a token". */
export class TokenFormPage extends BasePage {
  override readonly heading = this.titled('tokenForm.heading')
  readonly name = this.named('textbox', 'tokenForm.name')
  readonly description = this.named('textbox', 'tokenForm.description')
  readonly expiration = this.named('combobox', 'expiry.label')
  /** The last day of the token. Only present while "Custom date" is chosen. */
  readonly expiresOn = this.named('textbox', 'expiry.date')
  readonly levels = this.named('radiogroup', 'tokenForm.level')
  /** "Anywhere" or "Only these addresses". */
  readonly allowedAddresses = addressFields(this.page).allowedAddresses
  /** One a line. Only present with "Only these addresses". */
  readonly addresses = addressFields(this.page).addresses
  readonly generateButton = this.named('button', 'tokenForm.submit')
  readonly cancelButton = this.named('button', 'tokenForm.cancel')
  /** The templates: kinds of applications. */
  readonly template = this.named('combobox', 'prefill.label')
  /** The note that a link has filled in the form. */
  readonly prefilledNote = this.saying('prefill.link.title')
  /** The title above the list of ignored link parameters. */
  readonly ignoredParametersNote = this.saying('prefill.link.ignoredParameters')
  /** The ignored link parameters, one item each, with the reason. */
  readonly ignoredParameters = this.page
    .getByRole('listitem')
    .filter({ hasText: this.words.pattern(linkProblems) })
  /** Asks before the input is discarded. */
  readonly discardDialog = this.named('dialog', 'tokenForm.discardTitle')

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
    assertOneOf('a template', template, Object.keys(templates))
    const option = this.words.text(templates[template])
    await selectOption(this.template, this.words.text('prefill.label'), option)
  }

  level(level: AccessLevel): Locator {
    assertOneOf('an access level', level, accessLevels)
    return this.levels.getByRole('radio', this.words.named(accessLevelLabels[level]))
  }

  /** The permissions of a feature. Only present while Custom is chosen. */
  feature(feature: Feature): Locator {
    assertOneOf('a feature', feature, features)
    return this.named('radiogroup', featureLabels[feature])
  }

  permission(feature: Feature, permission: Permission): Locator {
    checkPermissions({ [feature]: permission })
    return this.feature(feature).getByRole('radio', this.words.named(permissionLabels[permission]))
  }

  /** Fills in the form. Defaults to a Read-only token named ShipFast. */
  async fill(wanted: TokenInput & { expires?: Expiration } = {}): Promise<void> {
    checkTokenInput(wanted, ['expires'])
    if (wanted.expires !== undefined) checkExpiration(wanted.expires)
    await fill(this.name, this.words.text('tokenForm.name'), wanted.name ?? 'ShipFast')
    if (wanted.description !== undefined)
      await fill(this.description, this.words.text('tokenForm.description'), wanted.description)
    if (wanted.expires !== undefined) await this.chooseExpiration(wanted.expires)
    if (wanted.addresses !== undefined) await this.limitAddresses(wanted.addresses)
    const level = accessOf(wanted)
    const levelName = this.words.describe('access level', accessLevelLabels[level])
    await check(this.level(level), levelName, this.levels.getByRole('radio'))
    for (const [feature, permission] of permissionsIn(wanted.features ?? {})) {
      const others = this.feature(feature).getByRole('radio')
      const choice = this.words.describe('choice', permissionLabels[permission])
      const what = `${choice} for ${this.words.text(featureLabels[feature])}`
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
    await click(
      this.generateButton,
      this.words.describe('button', 'tokenForm.submit'),
      this.mainButtons,
    )
  }

  async cancel(): Promise<void> {
    await click(
      this.cancelButton,
      this.words.describe('button', 'tokenForm.cancel'),
      this.mainButtons,
    )
  }
}
