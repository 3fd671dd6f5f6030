import type { Locator } from '@playwright/test'

import { Screen } from './screen.ts'

/** The accounts that the demo offers to its visitors. */
export type DemoAccount = 'Admin, Professional' | 'Agent, Professional' | 'Admin, Starter'

/** `/login`, "Log in to eDesk". */
export class LoginPage extends Screen {
  override readonly heading = this.page.getByRole('heading', {
    level: 1,
    name: 'Log in to eDesk',
    exact: true,
  })
  readonly email = this.page.getByRole('textbox', { name: 'Email', exact: true })
  readonly password = this.page.getByLabel('Password', { exact: true })
  readonly logInButton = this.page.getByRole('button', { name: 'Log in', exact: true })
  /** The demo's accounts, one button each. */
  readonly accounts = this.page.getByRole('button', { name: /^Log in as / })

  account(account: DemoAccount): Locator {
    return this.page.getByRole('button', { name: `Log in as ${account} plan`, exact: true })
  }

  async open(): Promise<void> {
    await this.tab.open('/login')
  }

  /** By e-mail and password; the demo's accounts have the password `edesk-demo`. */
  async logIn(email: string, password = 'edesk-demo'): Promise<void> {
    await this.email.fill(email)
    await this.password.fill(password)
    await this.logInButton.click()
  }

  /** With the button of one of the demo's accounts. */
  async logInAs(account: DemoAccount): Promise<void> {
    await this.account(account).click()
  }
}
