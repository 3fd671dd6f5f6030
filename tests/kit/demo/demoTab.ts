import { type Page, test } from '@playwright/test'

import { type Pages, pagesOf } from '../pages/pages.ts'
import type { Opener } from '../pages/screen.ts'
import { controlInPage, waitForDemo } from './controlInPage.ts'
import { DemoClock } from './demoClock.ts'
import type { DemoControl } from '#src/mock/demo/demoControl.ts'
import { DemoFaults } from './demoFaults.ts'

/** A tab in a test's world: its pages, its clock and its faults. */
export interface Tab extends Pages, Opener {
  readonly clock: DemoClock
  readonly faults: DemoFaults
}

/** How a tab comes into its world. */
export interface Entrance {
  /** What is put after the `?` of the first address; nothing where the browser is in the world already. */
  link: string
  /** For reports: "tokens, as admin". */
  words: string
  /** Set where the demo is not reached through the page. */
  control?: DemoControl
  /** Looks whether the tab has come where it should. */
  check?(control: DemoControl, page: Page): Promise<void>
}

export interface ControlledTab extends Tab {
  readonly control: DemoControl
  /** Whether the demo was opened in it yet. */
  isOpen(): boolean
}

/** A tab of the demo. Its first page is opened by the link, or by whatever needs the demo first. */
export function demoTab(page: Page, entrance: Entrance): ControlledTab {
  let opened = false

  async function open(path: string): Promise<void> {
    if (opened) {
      await page.goto(path)
      if (entrance.link) await waitForDemo(page)
      return
    }
    await test.step(`Open the demo (${entrance.words}) at ${path}`, () => enter(path), {
      box: true,
    })
  }

  async function enter(path: string): Promise<void> {
    await page.goto(withLink(path, entrance.link))
    if (entrance.link) await waitForDemo(page)
    opened = true
    await entrance.check?.(control, page)
  }

  const opener: Opener = { page, open }
  const control =
    entrance.control ?? controlInPage(page, async () => (opened ? undefined : open('/')))
  return {
    ...opener,
    ...pagesOf(opener),
    control,
    clock: new DemoClock(control),
    faults: new DemoFaults(control),
    isOpen: () => opened,
  }
}

/** An address with a demo's link in its query. */
function withLink(path: string, link: string): string {
  const [address = '', ...fragment] = path.split('#')
  const query = link ? `${address.includes('?') ? '&' : '?'}${link}` : ''
  return [address + query, ...fragment].join('#')
}
