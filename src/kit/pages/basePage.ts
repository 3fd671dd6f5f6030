import type { Locator, Page } from '@playwright/test'

import type { MessageKey } from '../words/messageKey.ts'
import type { Key, Values, Words } from '../words/words.ts'
import { wordsOf } from '../words/wordsOf.ts'

type Role = Parameters<Page['getByRole']>[0]

/** A browser tab that opens pages of the demo. */
export interface Opener {
  readonly page: Page
  /** Opens a path of the demo, and waits until its backend responds. */
  open(path: string): Promise<void>
  /** Opens a path where somebody must be logged in. @throws Error if nobody is, and the test did not say so. */
  openAsUser(path: string): Promise<void>
}

/** The base of all page objects. They find elements by role and name only (docs/playwright-kit.md). */
export class BasePage {
  readonly page: Page
  protected readonly tab: Opener
  /** @internal The messages of the page's language. */
  protected readonly words: Words
  /** The heading of level 1. */
  readonly heading: Locator
  /** Messages about success. */
  readonly status: Locator
  /** Messages about errors. */
  readonly alert: Locator

  constructor(tab: Opener) {
    this.tab = tab
    this.page = tab.page
    this.words = wordsOf(tab.page)
    this.heading = this.page.getByRole('heading', { level: 1 })
    this.status = this.page.getByRole('status')
    this.alert = this.page.getByRole('alert')
  }

  /** @internal An element of the page, by the message that is its name. */
  protected named(role: Role, key: Key, values?: Values): Locator {
    return this.page.getByRole(role, this.words.named(key, values))
  }

  /** @internal The heading of level 1. */
  protected titled(key: MessageKey): Locator {
    return this.page.getByRole('heading', { level: 1, ...this.words.named(key) })
  }

  /** @internal An element of the page, by its text. */
  protected saying(key: Key): Locator {
    const { name, exact } = this.words.named(key)
    return this.page.getByText(name, { exact })
  }

  /** The buttons of the page without its header, for the errors of actions. */
  protected get mainButtons(): Locator {
    return this.page.getByRole('main').getByRole('button')
  }

  /** A dialog, by its full name in the page's language. */
  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true })
  }
}
