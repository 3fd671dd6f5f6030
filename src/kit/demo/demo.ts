import type { Page } from '@playwright/test'

import { formatLink, people, type Person } from '#src/mock/demo/demoLink.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'
import type { DemoControl, DemoLinkResult, DemoState } from '#src/mock/demo/demoControl.ts'
import type { RequestLogRecord } from '#src/mock/demo/records.ts'
import { scenarioOf } from '#src/mock/demo/scenarios.ts'

import { assertOneOf } from '../assertOneOf.ts'
import { type Operation, operations } from '../operations.ts'
import { withSteps } from '../steps.ts'
import { DemoBackend } from './demoBackend.ts'
import type { Situation as BaseSituation } from '../situation.ts'
import { toFault } from './demoFaults.ts'
import type { TabFaults } from '../guards/faultGuard.ts'
import type { HostView } from './hostWorld.ts'
import type { Backend } from './assertDemoResponds.ts'
import { type ControlledTab, demoTab, type Tab } from './demoTab.ts'

/** The initial state of a test. The scenario provides the values that are omitted. */
export interface Situation extends Omit<BaseSituation, 'as'> {
  scenario: ScenarioName
  as?: Person | undefined
  panel?: boolean | undefined
}

/** The world of a test, and the first tab in it. */
export interface Demo extends Tab {
  /** Sets up data, and reads the data that the test has changed. */
  readonly backend: DemoBackend
  /** The headers that a request of your own needs to reach the test's world; none in a browser. */
  readonly headers: Readonly<Record<string, string>>
  /** All commands of the demo, including export, import and replay. */
  readonly control: DemoControl
  /** Opens a path in the first tab, by default where the scenario opens. The first call uses the scenario's link. */
  open(path?: string): Promise<void>
  /** Opens another tab in the same world, as another person. */
  as(person: Person, path?: string): Promise<Tab>
  /** The requests to the backend since the world was created, oldest first: all, or those of one operation of the contract. */
  requests(operation?: Operation): Promise<RequestLogRecord[]>
  /** Resets the world to the start of the scenario, in every tab. */
  reset(): Promise<DemoState>
  /** Returns a link that restores the data of the backend. If it cannot, `exact` is false and `reason` says why. */
  link(): Promise<DemoLinkResult>
}

/** Opens the tabs of a test. */
export interface TabOpener {
  backend: Backend
  /** The link that opens the world in the first tab. */
  link: string
  watchFaults: (page: Page, control: DemoControl) => TabFaults
  /** Set if the demo is not controlled through the page. */
  host?: HostView
  /** Opens a blank tab, and returns the link that opens the world in it as this person. */
  newTab(person: Person): Promise<{ page: Page; link: string; host?: HostView }>
}

export function makeDemo(
  page: Page,
  situation: Situation,
  opener: TabOpener,
): Demo & ControlledTab {
  const first = demoTab(page, {
    beforeCall: 'demo.',
    description: describeSituation(situation),
    ...(opener.host ? { host: opener.host } : {}),
    link: opener.link,
    faults: formatLink({ faults: (situation.faults ?? []).map(toFault) }),
    watchFaults: opener.watchFaults,
    check: (control, tab) => checkTab(control, tab, situation, opener.backend),
    checkUser: (control) => checkUser(control, situation),
  })
  const demo: Demo & ControlledTab = {
    ...first,
    backend: withSteps(new DemoBackend(first.control, situation.scenario), 'demo.backend'),
    headers: opener.host?.headers ?? {},
    async open(path = '/') {
      await first.open(path)
    },
    async as(person, path = '/') {
      assertOneOf('a person', person, people)
      // The link joins the world only while another tab is in it.
      if (!first.isOpen()) await first.open('/')
      const { page: newPage, ...entry } = await opener.newTab(person)
      const { watchFaults } = opener
      const description = `${situation.scenario}, as ${person}`
      const tab = demoTab(newPage, {
        beforeCall: '',
        afterCall: ` as ${person}`,
        description,
        watchFaults,
        ...entry,
      })
      await tab.open(path)
      return tab
    },
    async requests(operation) {
      if (operation !== undefined) assertOneOf('an operation', operation, operations)
      const all = await first.control.exchanges()
      return operation === undefined ? all : all.filter((one) => one.operation === operation)
    },
    async reset() {
      return first.control.reset()
    },
    async link() {
      return first.control.link()
    },
  }
  return withSteps(demo, 'demo')
}

/** Describes a situation in a report: "tokens, as agent, at 2026-12-31T23:59:50Z". */
export function describeSituation({
  scenario,
  as,
  now,
  latency,
  faults,
  panel,
}: Situation): string {
  return [
    scenario,
    ...(as ? [`as ${as}`] : []),
    ...(now ? [`at ${typeof now === 'string' ? now : now.toISOString()}`] : []),
    ...(latency ? [`${latency} ms late`] : []),
    ...(faults ?? []).map((fault) => formatLink({ faults: [toFault(fault)] })),
    ...(panel ? ['with the panel'] : []),
  ].join(', ')
}

/** Throws if nobody is logged in because the test did not say who: each page would only show the log-in form. */
async function checkUser(control: DemoControl, { scenario, as }: Situation): Promise<void> {
  if (as !== undefined || scenarioOf(scenario).as !== 'nobody') return
  const state = await control.state()
  if (state.as !== 'nobody') return
  throw new Error(
    `Nobody is logged in, so the page shows "Log in to eDesk": the scenario "${scenario}" starts that way. ` +
      "To log somebody in: test.use({ as: 'admin' }). If the test is about this: test.use({ as: 'nobody' }).",
  )
}

/** Throws if the tab is in another scenario or on another backend: later errors would be misleading. */
async function checkTab(
  control: DemoControl,
  page: Page,
  { scenario }: Situation,
  backend: Backend,
): Promise<void> {
  const state = await control.state()
  if (state.scenario !== scenario) {
    const alerts = await page.getByRole('alert').allInnerTexts()
    throw new Error(
      `The demo should be in the scenario "${scenario}", but is in "${state.scenario}". ${alerts.join(' ')}`.trim(),
    )
  }
  if (state.transport !== backend) {
    throw new Error(`The backend should run in "${backend}", but runs in "${state.transport}".`)
  }
}
