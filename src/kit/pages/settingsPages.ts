import { assertOneOf } from '../assertOneOf.ts'
import { planLabels } from '../words/labels.ts'
import type { MessageKey } from '../words/messageKey.ts'
import { BasePage } from './basePage.ts'
import { click, clickInDialog } from './find.ts'

const roleMessages = {
  Admin: {
    action: 'people.roles.admin.action',
    title: 'people.roles.admin.title',
    confirm: 'people.grantShort',
  },
  Agent: {
    action: 'people.roles.agent.action',
    title: 'people.roles.agent.title',
    confirm: 'people.roles.agent.action',
  },
} as const

/** `/settings/users`, "Users". */
export class UsersPage extends BasePage {
  readonly table = this.named('table', 'people.table')
  readonly accessRequests = this.named('region', 'people.requests')

  async open(): Promise<void> {
    await this.tab.openAsUser('/settings/users')
  }

  /** Grants a request, and confirms the dialog. */
  async grant(userName: string): Promise<void> {
    await this.#press('people.grant', userName)
    await this.#confirm(userName, 'Admin')
  }

  /** Makes a user an Admin or an Agent with the row's menu, and confirms the dialog. */
  async changeRole(userName: string, role: 'Admin' | 'Agent'): Promise<void> {
    assertOneOf('a role', role, ['Admin', 'Agent'])
    const user = { name: userName }
    const actions = this.table.getByRole('button', this.words.named('people.actionsFor', user))
    const users = this.table.getByRole('button', this.words.named('people.actionsFor'))
    await click(actions, this.words.describe('menu', 'people.actionsFor', user), users)
    const { action } = roleMessages[role]
    const what = this.words.describe('item', action)
    await click(this.named('menuitem', action), what, this.page.getByRole('menuitem'))
    await this.#confirm(userName, role)
  }

  async decline(userName: string): Promise<void> {
    await this.#press('people.decline', userName)
  }

  /** Presses a button of an access request. */
  async #press(key: MessageKey, userName: string): Promise<void> {
    const button = this.accessRequests.getByRole(
      'button',
      this.words.named(key, { name: userName }),
    )
    const what = this.words.describe('button', key, { name: userName })
    await click(button, what, this.accessRequests.getByRole('button'))
  }

  /** Confirms the dialog that gives a user another role. */
  async #confirm(userName: string, role: 'Admin' | 'Agent'): Promise<void> {
    const { title, confirm } = roleMessages[role]
    const dialog = this.named('dialog', title, { name: userName })
    await clickInDialog(dialog, confirm)
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
    const values = { plan: this.words.text(planLabels[plan]) }
    const button = this.named('button', 'plan.move', values)
    await click(
      button,
      this.words.describe('button', 'plan.move', values),
      this.named('button', 'plan.move'),
    )
    if (plan !== 'Starter') return
    const dialog = this.named('dialog', 'plan.down.title', values)
    await clickInDialog(dialog, 'plan.move', values)
  }
}

/** The page that people without access to API tokens see instead of the API Tokens pages. */
export class AccessGate extends BasePage {
  /** For an Agent. */
  readonly adminNeeded = this.saying('accessGate.adminNeeded')
  readonly requestButton = this.named('button', 'app.requestAccess')
  /** For an Admin below the Professional plan. */
  readonly planNeeded = this.saying('accessGate.planNeeded')
  readonly seePlansLink = this.named('link', 'accessGate.seePlans')

  async open(): Promise<void> {
    await this.tab.openAsUser('/settings/api-tokens')
  }

  async requestAdminAccess(): Promise<void> {
    await click(
      this.requestButton,
      this.words.describe('button', 'app.requestAccess'),
      this.mainButtons,
    )
  }
}
