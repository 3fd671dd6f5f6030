import type { Locator } from '@playwright/test'

import { assertOneOf } from '../assertOneOf.ts'
import { BasePage } from './basePage.ts'
import { click, fill } from './find.ts'

const demoAccounts = ['Admin, Professional', 'Agent, Professional', 'Admin, Starter'] as const
/** The accounts that the demo offers to its visitors. */
export type DemoAccount = (typeof demoAccounts)[number]

/** `/login`, "Log in to eDesk". */
export class LoginPage extends BasePage {
  override readonly heading = this.page.getByRole('heading', {
    level: 1,
    name: 'Log in to eDesk',
    exact: true,
  })
  readonly email = this.page.getByRole('textbox', { name: 'Email', exact: true })
  readonly password = this.page.getByLabel('Password', { exact: true })
  readonly logInButton = this.page.getByRole('button', { name: 'Log in', exact: true })
  /** The buttons of the demo accounts. */
  readonly accounts = this.page.getByRole('button', { name: /^Log in as / })

  account(account: DemoAccount): Locator {
    assertOneOf('an account of the demo', account, demoAccounts)
    return this.page.getByRole('button', { name: `Log in as ${account} plan`, exact: true })
  }

  async open(): Promise<void> {
    await this.tab.open('/login')
  }

  /** Logs in with email and password. The demo accounts have the password `edesk-demo`. */
  async logIn(email: string, password = 'edesk-demo'): Promise<void> {
    await fill(this.email, 'Email', email)
    await fill(this.password, 'Password', password)
    await click(this.logInButton, 'button "Log in"', this.page.getByRole('button'))
  }

  /** Logs in with the button of a demo account. */
  async logInAs(account: DemoAccount): Promise<void> {
    await click(this.account(account), `account "${account}"`, this.accounts)
  }
}
