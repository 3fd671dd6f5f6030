import type { Locator } from '@playwright/test'

import { type Language, languageNames, languages } from '#src/locales/languages.ts'

import { assertOneOf } from '../assertOneOf.ts'
import type { MessageKey } from '../words/messageKey.ts'
import type { Values } from '../words/words.ts'
import { setLanguage } from '../words/wordsOf.ts'
import { BasePage } from './basePage.ts'
import { click, selectOption } from './find.ts'

const helpItems = {
  'Getting started': 'app.help.gettingStarted',
  'What the API is used for': 'app.help.uses',
  'API reference': 'app.help.api',
  'Keyboard shortcuts': 'app.help.shortcuts',
} as const

/** The header above every page of eDesk. */
export class Header extends BasePage {
  readonly banner = this.page.getByRole('banner')
  readonly navigation = this.named('navigation', 'app.mainNavigation')
  readonly accountMenu = this.named('button', 'app.accountMenu')
  /** The menu with the help pages and the keyboard shortcuts. */
  readonly helpMenu = this.banner.getByRole('button', this.words.named('app.help.name'))
  /** Only for Admins. Its name contains the number of unread notices. */
  readonly noticesButton = this.banner.getByRole(
    'button',
    this.words.named(['app.notices.name', 'app.notices.nameUnread', 'app.notices.nameActions']),
  )
  /** The notices in the open panel, newest first. */
  readonly notices = this.named('list', 'app.notices.name').getByRole('listitem')

  /** The button while this number of notices is unread. Its name may also have the number of notices that need action. */
  unreadNotices(count: number): Locator {
    const named = (key: MessageKey, values?: Values) =>
      this.banner.getByRole('button', this.words.named(key, values))
    if (count === 0) return named('app.notices.name')
    const mixed = named('app.notices.nameActions', { unread: count })
    return named('app.notices.nameUnread', { count }).or(mixed)
  }

  /** Opens the notices. */
  async openNotices(): Promise<void> {
    await click(
      this.noticesButton,
      this.words.describe('button', 'app.notices.name'),
      this.#buttons,
    )
  }

  /** A notice, by a part of its text. */
  notice(text: string): Locator {
    return this.notices.filter({ hasText: text })
  }

  /** Marks a notice as read, by a part of its text. The notices must be open. */
  async markNoticeAsRead(text: string): Promise<void> {
    const button = this.notice(text).getByRole('button', this.words.named('notices.markRead'))
    await click(button, `unread notice with the text "${text}"`, this.notices)
  }

  /** Marks all notices as read. The notices must be open. */
  async markAllNoticesAsRead(): Promise<void> {
    const button = this.named('button', 'notices.markAll')
    await click(
      button,
      this.words.describe('button', 'notices.markAll'),
      this.page.getByRole('button'),
    )
  }

  async logOut(): Promise<void> {
    await click(this.accountMenu, 'account menu', this.#buttons)
    await this.#choose('app.logOut')
  }

  /**
   * Chooses a language in the account menu. Page objects find elements in the language that the page had when they were created:
   * use those that `pagesIn(page)` returns afterwards.
   */
  async chooseLanguage(language: Language): Promise<void> {
    assertOneOf('a language', language, languages)
    await click(this.accountMenu, 'account menu', this.#buttons)
    const name = this.words.text('app.language')
    await selectOption(this.named('combobox', 'app.language'), name, languageNames[language])
    setLanguage(this.page, language)
  }

  /** Chooses an item of the menu "Help". */
  async openHelp(item: keyof typeof helpItems): Promise<void> {
    assertOneOf('an item of the menu "Help"', item, Object.keys(helpItems))
    await click(this.helpMenu, this.words.describe('menu', 'app.help.name'), this.#buttons)
    await this.#choose(helpItems[item])
  }

  async goToTickets(): Promise<void> {
    await this.#follow('app.tickets')
  }

  async goToSettings(): Promise<void> {
    await this.#follow('app.settings')
  }

  async #follow(key: MessageKey): Promise<void> {
    const link = this.navigation.getByRole('link', this.words.named(key))
    await click(link, this.words.describe('link', key), this.navigation.getByRole('link'))
  }

  /** Chooses an item of the open menu. */
  async #choose(key: MessageKey): Promise<void> {
    const item = this.named('menuitem', key)
    await click(item, this.words.describe('item', key), this.page.getByRole('menuitem'))
  }

  get #buttons(): Locator {
    return this.banner.getByRole('button')
  }
}
