import type { Locator } from '@playwright/test'

import { assertOneOf } from '../assertOneOf.ts'
import { BasePage } from './basePage.ts'
import { click } from './find.ts'

const helpItems = [
  'Getting started',
  'What the API is used for',
  'API reference',
  'Keyboard shortcuts',
] as const

/** The header above every page of eDesk. */
export class Header extends BasePage {
  readonly banner = this.page.getByRole('banner')
  readonly navigation = this.page.getByRole('navigation', { name: 'Main', exact: true })
  readonly accountMenu = this.page.getByRole('button', { name: /^Account of / })
  /** The menu with the help pages and the keyboard shortcuts. */
  readonly helpMenu = this.banner.getByRole('button', { name: 'Help', exact: true })
  /** Only for Admins. Its name contains the number of unread notices. */
  readonly noticesButton = this.banner.getByRole('button', { name: /^Notices(, |$)/ })
  /** The notices in the open panel, newest first. */
  readonly notices = this.page
    .getByRole('list', { name: 'Notices', exact: true })
    .getByRole('listitem')

  /** The button while this number of notices is unread. Its name may also have the number of notices that need action. */
  unreadNotices(count: number): Locator {
    const name = count === 0 ? /^Notices(?!.*unread)/ : new RegExp(`^Notices, ${count} unread(,|$)`)
    return this.banner.getByRole('button', { name })
  }

  /** Opens the notices. */
  async openNotices(): Promise<void> {
    await click(this.noticesButton, 'button "Notices"', this.#buttons)
  }

  /** A notice, by a part of its text. */
  notice(text: string): Locator {
    return this.notices.filter({ hasText: text })
  }

  /** Marks a notice as read, by a part of its text. The notices must be open. */
  async markNoticeAsRead(text: string): Promise<void> {
    const button = this.notice(text).getByRole('button', { name: /^Mark as read: / })
    await click(button, `unread notice with the text "${text}"`, this.notices)
  }

  /** Marks all notices as read. The notices must be open. */
  async markAllNoticesAsRead(): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Mark all as read', exact: true })
    await click(button, 'button "Mark all as read"', this.page.getByRole('button'))
  }

  async logOut(): Promise<void> {
    await click(this.accountMenu, 'account menu', this.#buttons)
    await this.#choose('Log out')
  }

  /** Chooses an item of the menu "Help". */
  async openHelp(item: (typeof helpItems)[number]): Promise<void> {
    assertOneOf('an item of the menu "Help"', item, helpItems)
    await click(this.helpMenu, 'menu "Help"', this.#buttons)
    await this.#choose(item)
  }

  async goToTickets(): Promise<void> {
    await this.#follow('Tickets')
  }

  async goToSettings(): Promise<void> {
    await this.#follow('Settings')
  }

  async #follow(name: string): Promise<void> {
    const link = this.navigation.getByRole('link', { name, exact: true })
    await click(link, `link "${name}"`, this.navigation.getByRole('link'))
  }

  /** Chooses an item of the open menu. */
  async #choose(name: string): Promise<void> {
    const item = this.page.getByRole('menuitem', { name, exact: true })
    await click(item, `item "${name}"`, this.page.getByRole('menuitem'))
  }

  get #buttons(): Locator {
    return this.banner.getByRole('button')
  }
}
