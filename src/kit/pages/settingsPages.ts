import { assertOneOf } from '../assertOneOf.ts'
import { BasePage } from './basePage.ts'
import { click, clickInDialog } from './find.ts'

/** `/settings/users`, "Users". */
export class UsersPage extends BasePage {
  readonly table = this.page.getByRole('table', { name: 'Users', exact: true })
  readonly accessRequests = this.page.getByRole('region', { name: 'Access requests', exact: true })

  async open(): Promise<void> {
    await this.tab.openAsUser('/settings/users')
  }

  /** Grants a request, and confirms the dialog. */
  async grant(userName: string): Promise<void> {
    await this.#press(`Grant Admin access to ${userName}`)
    await this.#confirm(userName, 'Admin')
  }

  /** Makes a user an Admin or an Agent with the row's menu, and confirms the dialog. */
  async changeRole(userName: string, role: 'Admin' | 'Agent'): Promise<void> {
    assertOneOf('a role', role, ['Admin', 'Agent'])
    const actions = this.table.getByRole('button', { name: `Actions for ${userName}`, exact: true })
    const users = this.table.getByRole('button', { name: /^Actions for / })
    await click(actions, `menu "Actions for ${userName}"`, users)
    const item = this.page.getByRole('menuitem', { name: `Make ${role}`, exact: true })
    await click(item, `item "Make ${role}"`, this.page.getByRole('menuitem'))
    await this.#confirm(userName, role)
  }

  async decline(userName: string): Promise<void> {
    await this.#press(`Decline ${userName}`)
  }

  /** Presses a button of an access request. */
  async #press(name: string): Promise<void> {
    const button = this.accessRequests.getByRole('button', { name, exact: true })
    await click(button, `button "${name}"`, this.accessRequests.getByRole('button'))
  }

  /** Confirms the dialog that gives a user another role. */
  async #confirm(userName: string, role: 'Admin' | 'Agent'): Promise<void> {
    const name = role === 'Admin' ? 'Grant Admin access' : 'Make Agent'
    const dialog = this.dialog(`Make ${userName} an ${role}?`)
    await clickInDialog(dialog.getByRole('button', { name, exact: true }), name)
  }
}

/** `/settings/plan`, "Plan". */
export class PlanPage extends BasePage {
  async open(): Promise<void> {
    await this.tab.openAsUser('/settings/plan')
  }

  /** Moves the business to another plan. Confirms the dialog that a lower plan opens. */
  async moveTo(plan: 'Starter' | 'Professional' | 'Enterprise'): Promise<void> {
    assertOneOf('a plan', plan, ['Starter', 'Professional', 'Enterprise'])
    const name = `Move to ${plan}`
    const others = this.page.getByRole('button', { name: /^Move to / })
    const button = this.page.getByRole('button', { name, exact: true })
    await click(button, `button "${name}"`, others)
    if (plan !== 'Starter') return
    const dialog = this.dialog('Move to Starter?')
    await clickInDialog(dialog.getByRole('button', { name, exact: true }), name)
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
    await this.tab.openAsUser('/settings/api-tokens')
  }

  async requestAdminAccess(): Promise<void> {
    await click(this.requestButton, 'button "Request Admin access"', this.mainButtons)
  }
}
