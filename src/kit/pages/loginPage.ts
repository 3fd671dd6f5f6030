import type { Locator } from '@playwright/test'

import { assertOneOf } from '../assertOneOf.ts'
import { BasePage } from './basePage.ts'
import { click, fill } from './find.ts'

const demoAccounts = {
  'Admin, Professional': { role: 'roles.admin', plan: 'plans.professional' },
  'Agent, Professional': { role: 'roles.agent', plan: 'plans.professional' },
  'Admin, Starter': { role: 'roles.admin', plan: 'plans.starter' },
} as const
/** The accounts that the demo offers to its visitors. */
export type DemoAccount = keyof typeof demoAccounts

/** `/login`, "Log in to eDesk". */
export class LoginPage extends BasePage {
  override readonly heading = this.titled('logIn.heading')
  readonly email = this.named('textbox', 'logIn.email')
  readonly password = this.page.getByLabel(this.words.text('logIn.password'), { exact: true })
  readonly logInButton = this.named('button', 'logIn.logIn')
  /** The buttons of the demo accounts. */
  readonly accounts = this.named('button', 'logIn.demoAccount')

  account(account: DemoAccount): Locator {
    assertOneOf('an account of the demo', account, Object.keys(demoAccounts))
    const { role, plan } = demoAccounts[account]
    const values = { role: this.words.text(role), plan: this.words.text(plan) }
    return this.named('button', 'logIn.demoAccount', values)
  }

  async open(): Promise<void> {
    await this.tab.open('/login')
  }

  /** Logs in with email and password. The demo accounts have the password `edesk-demo`. */
  async logIn(email: string, password = 'edesk-demo'): Promise<void> {
    await fill(this.email, this.words.text('logIn.email'), email)
    await fill(this.password, this.words.text('logIn.password'), password)
    await click(
      this.logInButton,
      this.words.describe('button', 'logIn.logIn'),
      this.page.getByRole('button'),
    )
  }

  /** Logs in with the button of a demo account. */
  async logInAs(account: DemoAccount): Promise<void> {
    await click(this.account(account), `account "${account}"`, this.accounts)
  }
}
