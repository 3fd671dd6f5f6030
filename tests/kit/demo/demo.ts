import type { Page } from '@playwright/test'

import { faultOperations } from '#src/mock/demo/faults.ts'
import { formatLink, parseLink, type Person } from '#src/mock/demo/link.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'

import { DemoBackend } from './demoBackend.ts'
import type { DemoControl, DemoState } from '#src/mock/demo/demoControl.ts'
import type { ExchangeRecord } from '#src/mock/domain/records.ts'
import { faultOf } from './demoFaults.ts'
import type { Backend } from './demoIsUp.ts'
import { type ControlledTab, demoTab, type Tab } from './demoTab.ts'

/** What a test begins with. What is left out is as the scenario has it. */
export interface Situation {
  scenario: ScenarioName
  as?: Person | undefined
  now?: string | undefined
  latency?: number | undefined
  faults?: readonly string[] | undefined
  panel?: boolean | undefined
}

/** A test's world, and the test's first tab in it. */
export interface Demo extends Tab {
  /** To arrange what the test begins with, and to look at what it has led to. */
  readonly backend: DemoBackend
  /** Every verb that the demo has: also exports, imports and replays. */
  readonly control: DemoControl
  /** Opens a path in the first tab: the scenario's own page where none is named. The first time, by the scenario's link. */
  open(path?: string): Promise<void>
  /** Opens a second tab in the same world, as somebody. */
  as(person: Person, path?: string): Promise<Tab>
  /** What the backend was asked since the world began, oldest first: everything, or one operation of the contract. */
  requests(operation?: string): Promise<ExchangeRecord[]>
  /** Brings back the scenario's start, in every tab. */
  reset(): Promise<DemoState>
  /** A link that brings back what the backend holds now; `exact` is false where it can only bring back the scenario. */
  link(): Promise<{ link: string; exact: boolean }>
}

/** Where a test's tabs come from. */
export interface World {
  backend: Backend
  /** How the first tab gets into the world. */
  link: string
  /** Set where the demo is not reached through the page. */
  control?: DemoControl
  /** A tab that is nobody's yet, and the link that brings it into the world as somebody. */
  newTab(person: Person): Promise<{ page: Page; link: string; control?: DemoControl }>
}

export function makeDemo(page: Page, situation: Situation, world: World): Demo & ControlledTab {
  const first = demoTab(page, {
    words: tellSituation(situation),
    ...(world.control ? { control: world.control } : {}),
    link: world.link,
    check: (control, tab) => checkTab(control, tab, situation, world.backend),
  })
  return {
    ...first,
    backend: new DemoBackend(first.control, situation.scenario),
    open: (path = '/') => first.open(path),
    async as(person, path = '/') {
      // A world is joined by whoever comes while another tab is in it.
      if (!first.isOpen()) await first.open('/')
      const { page: another, ...way } = await world.newTab(person)
      const tab = demoTab(another, { words: `${situation.scenario}, as ${person}`, ...way })
      await tab.open(path)
      return tab
    },
    async requests(operation) {
      if (operation !== undefined && !faultOperations.includes(operation)) {
        throw new Error(
          `The contract has no operation "${operation}". It has ${faultOperations.slice(1).join(', ')}.`,
        )
      }
      const all = await first.control.exchanges()
      return operation === undefined ? all : all.filter((one) => one.operation === operation)
    },
    reset: () => first.control.reset(),
    link: () => first.control.link(),
  }
}

/**
 * The situation as a link has it.
 *
 * @throws DemoLinkError where a value in it is none, with what there is.
 */
export function linkTo({ faults, ...situation }: Partial<Situation>): string {
  const asked = { ...situation, ...(faults ? { faults: faults.map(faultOf) } : {}) }
  const link = formatLink(withoutUndefined(asked))
  parseLink(new URLSearchParams(link))
  return link
}

/** For people who read a report: "tokens, as agent, at 2026-12-31T23:59:50Z". */
export function tellSituation({ scenario, as, now, latency, faults, panel }: Situation): string {
  return [
    scenario,
    ...(as ? [`as ${as}`] : []),
    ...(now ? [`at ${now}`] : []),
    ...(latency ? [`${latency} ms late`] : []),
    ...(faults ?? []).map((fault) => formatLink({ faults: [faultOf(fault)] })),
    ...(panel ? ['with the panel'] : []),
  ].join(', ')
}

/** A tab that came somewhere else would only be noticed by what it does not show. */
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
      `The demo was to open "${scenario}", and is in "${state.scenario}". ${alerts.join(' ')}`.trim(),
    )
  }
  if (state.transport !== backend) {
    throw new Error(`The backend was to run in "${backend}", and runs in "${state.transport}".`)
  }
}

function withoutUndefined<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  const given = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(given) as { [Key in keyof Value]: Exclude<Value[Key], undefined> }
}
