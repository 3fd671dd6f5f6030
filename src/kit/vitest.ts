import type { UserEvent } from '@testing-library/user-event'
import type { VueWrapper } from '@vue/test-utils'
import { onTestFinished } from 'vitest'
import type { Component } from 'vue'
import type { Router } from 'vue-router'

import Application from '#src/app/App.vue'
import { type Language, languages } from '#src/locales/languages.ts'
import type { DemoControl } from '#src/mock/demo/demoControl.ts'

import type { TokenInput } from './access.ts'
import { assertOneOf } from './assertOneOf.ts'
import { TestBackend } from './mount/backend.ts'
import type { Situation as KitSituation } from './situation.ts'
import { assertAddress } from './mount/assertAddress.ts'
import { configureTimeout, sees } from './mount/find.ts'
import { goTo } from './mount/goTo.ts'
import { mountPage, type PageOptions } from './mount/mountPage.ts'
import { assertInTest, type BackendOptions, startDemo } from './mount/startDemo.ts'
import { showInTest } from './mount/showInTest.ts'
import { loadUser } from './mount/user.ts'
import { mustAwait } from './mustAwait.ts'

export type {
  DemoControl,
  DemoState,
  SentResponse,
  SentRequest,
} from '#src/mock/demo/demoControl.ts'
export type { Language } from '#src/locales/languages.ts'
export type { Fault } from '#src/mock/demo/faults.ts'
export type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'

export type { TokenInput } from './access.ts'
export { newToken, permissions } from './builders.ts'
export type { PersonRequests } from './mount/backend.ts'
export { type BackendOptions, onExchange, type Observer } from './mount/startDemo.ts'

/** The initial state of a test. Its clock always stands still. */
export type Situation = Omit<KitSituation, 'clock' | 'lang'>

/** @deprecated Use `TokenInput`. */
export type WantedToken = TokenInput

/** The options of the whole application. */
export interface OpenOptions extends BackendOptions {
  /** The language of the page. Defaults to English. */
  lang?: Language
  /** The URL. Defaults to the page where the scenario opens. */
  at?: string
  /**
   * Prepares the data before the page is shown. The mount waits for it, and fails with its error.
   *
   * @example arrange: (backend) => backend.addToken({ name: 'Ledger' })
   */
  arrange?: (backend: TestBackend, demo: DemoControl) => unknown
}

/** The options of one component. */
export interface MountOptions extends OpenOptions, PageOptions {}

export interface Started {
  /** The controls of the demo: read its data, set its clock and its faults, send requests as another person. */
  demo: DemoControl
  /** The data, the requests of the page, and requests that do not come from the page. */
  backend: TestBackend
}

export interface Mounted extends Started {
  /** The wrapper of @vue/test-utils. It is unmounted after the test. */
  wrapper: VueWrapper
  /** The router: reads and changes the URL of the page. */
  router: Router
  /** Waits for content that a user would see. */
  sees: typeof sees
  /** Acts as a user with a mouse and a keyboard, without delays: user-event, which the project must have installed. */
  user: UserEvent
  /**
   * Navigates as a link would, and resolves when the page is shown. A page with unsaved input asks the user first.
   *
   * @throws Error if the page could not be shown or the user stayed on the current page.
   */
  goTo: (path: string) => Promise<void>
}

interface Running
  extends
    Started,
    Pick<
      Awaited<ReturnType<typeof startDemo>>,
      'startPath' | 'changeView' | 'allowsMissingPage' | 'assertRuns'
    > {
  mounted: boolean
}

let running: Running | undefined

// When the kit is loaded, so that a set-up file or a test can change it afterwards.
configureTimeout()

/**
 * Starts the backend of a test before anything is mounted, so that the test can prepare data. The component that the test mounts
 * afterwards uses this backend.
 *
 * @example
 * const { backend } = await startBackend({ scenario: 'tokens' })
 * const { id } = await backend.addToken({ name: 'Ledger' })
 * await openApp({ at: `/settings/api-tokens/${id}` })
 * @throws DemoLinkError if the scenario, the time or a fault is invalid.
 */
export function startBackend(options: BackendOptions = {}): Promise<Started> {
  return mustAwait(startChecked(options), 'startBackend', startedNames)
}

async function startChecked(options: BackendOptions): Promise<Started> {
  checkOptions(options, optionsOfBackend)
  const { demo, backend } = await start(options)
  return { demo, backend }
}

/**
 * Mounts a component as the application would, with its own backend: the one that the test has started, or a new one. Both are
 * removed after the test.
 *
 * @example const { sees } = await mountWithBackend(OrderStatus, { at: '/orders/1001', route: '/orders/:orderId' })
 * @throws DemoLinkError if the scenario, the time or a fault is invalid.
 * @throws Error if there is no component, for example because an import is wrong.
 */
export function mountWithBackend(
  component: Component,
  options: MountOptions = {},
): Promise<Mounted> {
  const names = [...optionsOfPage, 'props', 'route']
  return mustAwait(mount(component, options, names), 'mountWithBackend', mountedNames)
}

async function mount(
  component: Component,
  options: MountOptions,
  optionNames: readonly string[],
): Promise<Mounted> {
  assertComponent(component)
  checkOptions(options, optionNames)
  const { at, lang, props, route, arrange, ...backendOptions } = options
  if (lang !== undefined) assertOneOf('a language', lang, languages)
  const started = await backendFor(backendOptions)
  const { demo, backend, startPath = '/', allowsMissingPage, assertRuns } = started
  const address = at ?? startPath
  await arrange?.(backend, demo)
  if (running !== started) throw new Error('The test ended while it arranged its data.')
  const { user } = await loadUser()
  if (lang !== undefined) await showInTest(lang)
  const wrapper = await mountPage(component, address, {
    ...(props ? { props } : {}),
    ...(route === undefined ? {} : { route }),
    isMissingAllowed: allowsMissingPage(address),
  })
  const router = wrapper.vm.$router
  return {
    wrapper,
    router,
    demo,
    backend,
    sees,
    user,
    async goTo(path) {
      assertRuns()
      if (!allowsMissingPage(path)) assertAddress(router, path)
      await goTo(router, path)
    },
  }
}

/** Opens the whole application at a URL, by default the page where the scenario opens. */
export function openApp(options: OpenOptions = {}): Promise<Mounted> {
  return mustAwait(mount(Application, options, optionsOfPage), 'openApp', mountedNames)
}

const startedNames = ['demo', 'backend'] as const satisfies readonly (keyof Started)[]
const mountedNames = [
  ...startedNames,
  'wrapper',
  'router',
  'sees',
  'user',
  'goTo',
] as const satisfies readonly (keyof Mounted)[]

const optionsOfBackend = ['scenario', 'as', 'now', 'address', 'latency', 'faults', 'allow']
const optionsOfPage = [...optionsOfBackend, 'at', 'lang', 'arrange']

/** @throws Error that lists the options, if one does not exist. */
function checkOptions(options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) assertOneOf('an option', name, known)
}

function assertComponent(component: unknown): void {
  if (component) return
  throw new Error(
    `mountWithBackend needs a component, not ${String(component)}: check its import. openApp opens the whole application.`,
  )
}

/** Returns the backend that the test has started, after applying the options of the mount; or starts a new one. */
async function backendFor({ scenario, ...change }: BackendOptions): Promise<Running> {
  if (!running || running.mounted) {
    const started = await start({ ...(scenario ? { scenario } : {}), ...change })
    started.mounted = true
    return started
  }
  if (scenario !== undefined) {
    throw new Error('The backend of this test has a scenario already: name it in startBackend.')
  }
  running.mounted = true
  await running.changeView(change)
  return running
}

async function start({ scenario = 'empty', ...situation }: BackendOptions): Promise<Running> {
  if (running) throw new Error('This test has a demo already. A page can use only one.')
  assertInTest()
  const end = new AbortController()
  const starting = startDemo({ scenario, ...situation })
  // Registered before the first await: a test that reaches its timeout meanwhile must not leave a demo for the next test. And after
  // `startDemo`: Vitest calls the function that is registered last first, and that of `startDemo` waits until the demo has started.
  onTestFinished(() => {
    end.abort(new Error('The test ended while its backend started.'))
    running = undefined
  })
  const demo = await starting
  end.signal.throwIfAborted()
  const backend = new TestBackend(demo.control, scenario, demo)
  const { control, startPath, changeView, allowsMissingPage, assertRuns } = demo
  running = {
    demo: control,
    backend,
    startPath,
    changeView,
    allowsMissingPage,
    assertRuns,
    mounted: false,
  }
  return running
}
