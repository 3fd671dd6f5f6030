import { BasePage } from './basePage.ts'

/** `/settings/users`, "Users". */
export class UsersPage extends BasePage {
  readonly table = this.page.getByRole('table', { name: 'Users', exact: true })
  readonly accessRequests = this.page.getByRole('region', { name: 'Access requests', exact: true })

  async open(): Promise<void> {
    await this.tab.open('/settings/users')
  }

  /** Grants a request, and confirms the dialog. */
  async grant(userName: string): Promise<void> {
    const name = `Grant Admin access to ${userName}`
    await this.accessRequests.getByRole('button', { name, exact: true }).click()
    await this.dialog(`Make ${userName} an Admin?`)
      .getByRole('button', { name: 'Grant Admin access', exact: true })
      .click()
  }

  /** Makes a user an Admin or an Agent with the row's menu, and confirms the dialog. */
  async changeRole(userName: string, role: 'Admin' | 'Agent'): Promise<void> {
    const actions = `Actions for ${userName}`
    await this.table.getByRole('button', { name: actions, exact: true }).click()
    await this.page.getByRole('menuitem', { name: `Make ${role}`, exact: true }).click()
    await this.dialog(
      role === 'Admin' ? `Make ${userName} an Admin?` : `Make ${userName} an Agent?`,
    )
      .getByRole('button', { name: /^(Grant Admin access|Make Agent)$/ })
      .click()
  }

  async decline(userName: string): Promise<void> {
    const name = `Decline ${userName}`
    await this.accessRequests.getByRole('button', { name, exact: true }).click()
  }
}

/** `/settings/plan`, "Plan". */
export class PlanPage extends BasePage {
  async open(): Promise<void> {
    await this.tab.open('/settings/plan')
  }

  /** Moves the business to another plan. Confirms the dialog that a lower plan opens. */
  async moveTo(plan: 'Starter' | 'Professional' | 'Enterprise'): Promise<void> {
    const name = `Move to ${plan}`
    await this.page.getByRole('button', { name, exact: true }).click()
    if (plan !== 'Starter') return
    await this.dialog('Move to Starter?').getByRole('button', { name, exact: true }).click()
  }
}

/** The page that people without access to API tokens see instead of the API Tokens pages. */
export class AccessGate extends BasePage {
  /** For an Agent. */
  readonly adminNeeded = this.page.getByText('Admin login')
  readonly requestButton = this.page.getByRole('button', {
    name: 'Request Admin access',
    exact: true,
  })
  /** For an Admin below the Professional plan. */
  readonly planNeeded = this.page.getByText('Professional plan')
  readonly seePlansLink = this.page.getByRole('link', { name: 'See plans', exact: true })

  async open(): Promise<void> {
    await this.tab.open('/settings/api-tokens')
  }

  async requestAdminAccess(): Promise<void> {
    await this.requestButton.click()
  }
}
