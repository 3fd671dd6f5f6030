import { type Page, test } from '@playwright/test'

import type { DemoControl, DemoState } from '#src/mock/demo/demoControl.ts'
import type { DemoFile } from '#src/mock/demo/demoFile.ts'
import { isDemoParameter } from '#src/mock/demo/isDemoParameter.ts'

import { type Pages, createPages } from '../pages/pages.ts'
import type { Opener } from '../pages/basePage.ts'
import { createPageControl } from './pageControl.ts'
import { settlePage } from './settlePage.ts'
import { waitForDemo } from './waitForDemo.ts'
import type { TabFaults } from '../guards/faultGuard.ts'
import { assertInWorld, type HostView } from './hostWorld.ts'
import { withSteps } from '../steps.ts'
import { splitQuery, withQuery } from '../withQuery.ts'
import { createDemoCalls, type DemoCalls } from './demoCalls.ts'
import { DemoClock } from './demoClock.ts'
import { DemoFaults } from './demoFaults.ts'

/** A tab in the world of a test, with its pages, clock and faults. */
export interface Tab extends Pages, DemoCalls {
  readonly page: Page
  /** Opens a path of the demo, and waits until its backend responds. */
  open(path: string): Promise<void>
  readonly clock: DemoClock
  readonly faults: DemoFaults
}

/** How a tab opens its world. */
export interface TabEntry {
  /** The query of the first URL; empty if the browser is in the world already. */
  link: string
  /** The description for reports, such as "tokens, as admin". */
  description: string
  /** The faults in the link of a world that is not opened by `link`, as a link. */
  faults?: string
  /** An exported demo that replaces the data of the link. */
  file?: DemoFile
  /** Watches the faults of the tab. */
  watchFaults: (page: Page, control: DemoControl) => TabFaults
  /** Set if the demo is not controlled through the page. */
  host?: HostView
  /** Throws if the tab is not in the expected state. */
  check?(control: DemoControl, page: Page): Promise<void>
  /** Throws if nobody is logged in, although the test did not say so. */
  checkUser?(control: DemoControl): Promise<void>
  /** What precedes the calls of the clock and the faults in a report, such as `demo.`. */
  beforeCall: string
  /** What follows all calls in this tab in a report, such as ` as agent`. */
  afterCall?: string
}

export interface ControlledTab extends Tab {
  readonly control: DemoControl
  /** Returns whether the tab has opened the demo. */
  isOpen(): boolean
}

/** How long a page with calls that wait on purpose may take to settle, in milliseconds. */
const waitingPageMs = 1_000

/** Whether calls of a tab wait because the test wants it, or have waited. */
function hasWaitingCalls({ affectedCalls }: DemoState): boolean {
  return Object.keys(affectedCalls).some((text) => /:(hold|never)/.test(text))
}

/** Creates a tab of the demo. The first call that needs the demo opens it through the link. */
export function demoTab(page: Page, entry: TabEntry): ControlledTab {
  let opened = false

  async function open(path: string): Promise<void> {
    if (opened) return visit(path)
    await test.step(`Open the demo (${entry.description}) at ${path}`, () => enter(path), {
      box: true,
    })
  }

  async function visit(url: string): Promise<void> {
    if (!entry.host) {
      await watched.opening(url)
      await page.goto(url)
      return waitForDemo(page)
    }
    // The host's application does not read demo links.
    const { rest, query } = splitQuery(url, isDemoParameter)
    if (query) await control.open(query)
    await assertInWorld(await page.goto(rest), entry.host)
  }

  async function enter(path: string): Promise<void> {
    if (entry.host) await watched.opening(entry.faults ?? '')
    if (entry.file && !entry.host) await visit(withQuery('/', entry.link))
    opened = true
    if (entry.file) await control.import(entry.file)
    await visit(entry.file ? path : withQuery(path, entry.link))
    await entry.check?.(control, page)
  }

  async function openAsUser(path: string): Promise<void> {
    await open(path)
    await entry.checkUser?.(control)
  }

  const opener: Opener = { page, open, openAsUser }
  const ownControl =
    entry.host?.control ?? createPageControl(page, async () => (opened ? undefined : open('/')))
  const watched = entry.watchFaults(page, {
    ...ownControl,
    async setView(change) {
      // Those that the test removes affect no request.
      const isForLater = [change.faults, change.answers, change.held].some((all) => all?.length)
      if (opened && isForLater) {
        const isWaiting = hasWaitingCalls(await ownControl.state())
        await settlePage(page, isWaiting ? waitingPageMs : undefined)
      }
      return ownControl.setView(change)
    },
  })
  const { control } = watched
  const calls = createDemoCalls(control)
  return {
    page,
    open,
    ...createPages(opener, entry.afterCall),
    // The first tab is a part of `demo`, whose methods are steps.
    ...(entry.afterCall ? withSteps(calls, '', entry.afterCall) : calls),
    control,
    clock: withSteps(new DemoClock(control), `${entry.beforeCall}clock`, entry.afterCall),
    faults: withSteps(new DemoFaults(control), `${entry.beforeCall}faults`, entry.afterCall),
    isOpen: () => opened,
  }
}
