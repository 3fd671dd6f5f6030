import type { Locator, Page } from '@playwright/test'

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
  /** The heading of level 1. */
  readonly heading: Locator
  /** Messages about success. */
  readonly status: Locator
  /** Messages about errors. */
  readonly alert: Locator

  constructor(tab: Opener) {
    this.tab = tab
    this.page = tab.page
    this.heading = this.page.getByRole('heading', { level: 1 })
    this.status = this.page.getByRole('status')
    this.alert = this.page.getByRole('alert')
  }

  /** The buttons of the page without its header, for the errors of actions. */
  protected get mainButtons(): Locator {
    return this.page.getByRole('main').getByRole('button')
  }

  /** A dialog, by its full name. */
  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true })
  }
}
