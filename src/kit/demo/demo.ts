import { expect, type Page } from '@playwright/test'

import { languageNames } from '#src/locales/languages.ts'
import { plainWorld } from '#src/mock/demo/demoContext.ts'
import { formatLink, people, type PersonOrEmail } from '#src/mock/demo/demoLink.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'
import type { DemoControl, DemoLinkResult, DemoState } from '#src/mock/demo/demoControl.ts'
import type { RequestLogRecord } from '#src/mock/demo/records.ts'
import { scenarioOf } from '#src/mock/demo/scenarios.ts'

import { assertOneOf } from '../assertOneOf.ts'
import { type Operation, operations } from '../operations.ts'
import type { RequestBody } from '../contractTypes.ts'
import { oneLine } from '../pages/find.ts'
import { withSteps } from '../steps.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { DemoBackend } from './demoBackend.ts'
import type { Situation as BaseSituation } from '../situation.ts'
import { toFault } from './demoFaults.ts'
import type { TabFaults } from '../guards/faultGuard.ts'
import type { HostView } from './hostWorld.ts'
import type { StartingPoint } from './startingPoint.ts'
import { waitForCall } from './waitForCall.ts'
import type { Backend } from './assertDemoResponds.ts'
import { type ControlledTab, demoTab, type Tab } from './demoTab.ts'

/** The initial state of a test. The scenario provides the values that are omitted. */
export interface Situation extends Omit<BaseSituation, 'as'> {
  scenario: ScenarioName
  as?: PersonOrEmail | undefined
  /** Where the test starts instead of at the beginning of the scenario. */
  from?: StartingPoint | undefined
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
  /** Opens another tab in the same world, as another person: a role, nobody, or any user by email. */
  as(person: PersonOrEmail, path?: string): Promise<Tab>
  /** The requests to the backend since the world was created, oldest first: all, or those of one operation of the contract. */
  requests(): Promise<RequestLogRecord[]>
  requests<Name extends Operation>(operation: Name): Promise<LoggedRequest<Name>[]>
  /**
   * Waits for the next request of an operation, until it has its response. Call it before the action that causes the request.
   *
   * @param options.timeout in milliseconds; 10 seconds by default.
   */
  waitForRequest<Name extends Operation>(
    operation: Name,
    options?: { timeout?: number },
  ): Promise<LoggedRequest<Name>>
  /** Resets the world to the start of the scenario, in every tab. */
  reset(): Promise<DemoState>
  /** Returns a link that restores the data of the backend. If it cannot, `exact` is false and `reason` says why. */
  link(): Promise<DemoLinkResult>
}

/** A request of an operation in the request log. Its body is not checked: a test may send any. */
export type LoggedRequest<Name extends Operation> = Omit<RequestLogRecord, 'operation' | 'body'> & {
  operation: Name
  body: RequestBody<Name>
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
  newTab(situation: Pick<Situation, 'as' | 'now' | 'clock' | 'lang'>): Promise<{
    page: Page
    link: string
    host?: HostView
  }>
  /** Returns how many calls of an operation the pages have reported; undefined on the host. */
  countReported: (operation: string) => number | undefined
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
    ...(situation.from?.file ? { file: situation.from.file } : {}),
    check: (control, tab) => checkTab(control, tab, situation, opener.backend),
    checkUser: (control) => checkUser(control, page, situation),
  })
  const demo: Demo & ControlledTab = {
    ...first,
    backend: withSteps(new DemoBackend(first.control, situation.scenario), 'demo.backend'),
    headers: opener.host?.headers ?? {},
    async open(path = '/') {
      await first.open(path)
    },
    async as(person, path = '/') {
      await checkPerson(person, situation.scenario)
      // The link joins the world only while another tab is in it.
      if (!first.isOpen()) await first.open('/')
      const { page: newPage, ...entry } = await opener.newTab({
        as: person,
        now: situation.now,
        lang: situation.lang,
        // A clock that stands still shows the same time in all tabs.
        ...(situation.clock ? { clock: situation.clock, now: await first.clock.now() } : {}),
      })
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
    async requests(operation?: Operation) {
      if (operation !== undefined) assertOneOf('an operation', operation, operations)
      const all = await first.control.exchanges()
      return operation === undefined ? all : all.filter((one) => one.operation === operation)
    },
    async waitForRequest(operation, { timeout = 10_000 } = {}) {
      assertOneOf('an operation', operation, operations)
      const source = { read: () => first.control.exchanges(), countReported: opener.countReported }
      return (await waitForCall(operation, source, timeout)) as never
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
  clock,
  address,
  lang,
  latency,
  faults,
  from,
  panel,
}: Situation): string {
  return [
    scenario,
    ...(as ? [`as ${as}`] : []),
    ...(now ? [`at ${typeof now === 'string' ? now : now.toISOString()}`] : []),
    ...(clock ? [`the clock is ${clock}`] : []),
    ...(address ? [`from ${address}`] : []),
    ...(lang ? [`in ${languageNames[lang]}`] : []),
    ...(latency ? [`${latency} ms late`] : []),
    ...(faults ?? []).map((fault) => formatLink({ faults: [toFault(fault)] })),
    ...(from ? [from.file ? 'from a file' : 'from a link'] : []),
    ...(panel ? ['with the panel'] : []),
  ].join(', ')
}

/** @throws Error that lists the people, if the scenario has no such person. */
async function checkPerson(person: string, scenario: ScenarioName): Promise<void> {
  const start = scenarioOf(scenario)
  const { users } = await start.world(new Date(start.startsAt))
  assertOneOf('a person', person, [...people, ...users.map(({ email }) => email)])
}

/** Throws if nobody is logged in because the test did not say who: each page would only show the log-in form. */
async function checkUser(
  control: DemoControl,
  page: Page,
  { scenario, as, from }: Situation,
): Promise<void> {
  if (as !== undefined || from || scenarioOf(scenario).as !== 'nobody') return
  const state = await control.state()
  if (state.as !== 'nobody') return
  throw new Error(
    `Nobody is logged in, so the page shows "${wordsOf(page).text('logIn.heading')}": the scenario "${scenario}" starts that way. ` +
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
  // A demo that refuses its link shows the plain world, whose scenario is "empty".
  const isPlain = state.world === plainWorld
  if (isPlain || state.scenario !== scenario) {
    const alert = page.getByRole('alert')
    // The page shows why the demo refuses its link, but not at once.
    await expect(alert.first())
      .toBeVisible()
      .catch(() => undefined)
    const alerts = await alert.allInnerTexts()
    throw new Error(
      [
        `The demo should be in the scenario "${scenario}", but is in ${isPlain ? 'the plain world' : `"${state.scenario}"`}.`,
        ...alerts.map((text) => `The page's alert: ${oneLine(text)}`),
      ].join('\n'),
    )
  }
  if (state.transport !== backend) {
    throw new Error(`The backend should run in "${backend}", but runs in "${state.transport}".`)
  }
}
