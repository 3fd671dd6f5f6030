import type { Locator, Page } from '@playwright/test'

/** A tab of the browser that opens addresses of the demo. */
export interface Opener {
  readonly page: Page
  /** Goes to a path of the demo, and waits until its backend answers. */
  open(path: string): Promise<void>
}

/** What every page has. Names and roles are the product's (docs/playwright-kit.md): a page object finds nothing by anything else. */
export class Screen {
  readonly page: Page
  protected readonly tab: Opener
  /** The heading of level 1. */
  readonly heading: Locator
  /** Messages that something went well. */
  readonly status: Locator
  /** Messages that something went wrong. */
  readonly alert: Locator

  constructor(tab: Opener) {
    this.tab = tab
    this.page = tab.page
    this.heading = this.page.getByRole('heading', { level: 1 })
    this.status = this.page.getByRole('status')
    this.alert = this.page.getByRole('alert')
  }

  /** A dialog, by its whole name. */
  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true })
  }
}
