import type { Language } from '#src/locales/languages.ts'
import type { PersonOrEmail } from '#src/mock/demo/demoLink.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'

import type { Backend } from './demo/assertDemoResponds.ts'
import type { Demo, Situation } from './demo/demo.ts'
import type { HostWorld } from './demo/hostWorld.ts'
import type { OwnScenarios } from './demo/ownScenario.ts'
import type { Allowed } from './guards/findings.ts'
import type { Guards, WatchingGuards } from './guards/guards.ts'
import type { Pages } from './pages/pages.ts'

/** The options for `test.use({ … })` and for `use` in playwright.config.ts. */
export interface KitOptions {
  /** The scenario that the test starts in. Defaults to `empty`: no tokens, and nobody is logged in. */
  scenario: ScenarioName
  /** Who is logged in, in the first tab: a role, nobody, or any user by email. */
  as: PersonOrEmail | undefined
  /** The initial time of the clock (ISO 8601). */
  now: string | undefined
  /** `still` if the clock does not run. `demo.clock` can move it. */
  clock: 'still' | undefined
  /** The IP address that the requests of the first tab come from. It is reserved for documentation, such as `203.0.113.7`. */
  address: string | undefined
  /** The language of all pages, and of the names by which page objects find elements. Defaults to English. */
  lang: Language | undefined
  /** The additional latency of each response, in milliseconds. */
  latency: number | undefined
  /** The faults to inject from the start, such as `createToken:503@1`. */
  faults: readonly string[] | undefined
  /** Where the test starts instead of at the beginning of a scenario: a link, or the path of an exported file (`demo.json`). */
  from: string | undefined
  /** The origins of your own application, such as `http://localhost:3000`. The guards do not watch it. */
  ownOrigins: readonly string[]
  /** Whether the demo panel is open. */
  panel: boolean | undefined
  /** Where the backend runs. The environment variable EDESK_BACKEND sets it for all tests. */
  backend: Backend
  /** The URL of the HTTP host, for the backend `host`. The environment variable EDESK_HOST_URL sets it for all tests. */
  hostUrl: string
  /** The findings of the guards to allow: `{ console: true, keys: /Token Name/ }`. */
  allow: Allowed
}

/** The fixtures for tests. */
export interface KitFixtures extends Pages {
  demo: Demo
  guards: Guards
  /** The guards, with what the kit itself needs of them. */
  watchingGuards: WatchingGuards
  /** The URL of the demo. */
  demoUrl: string
  /** The options that are part of the link of a scenario. */
  situation: Situation
  /** The scenarios of `withScenarios`. */
  ownScenarios: OwnScenarios
  /** The world of the test, if the backend runs in the HTTP host. */
  hostWorld: HostWorld | undefined
}
