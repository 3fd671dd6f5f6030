import {
  type BrowserContext,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  test as base,
  type TestType,
} from '@playwright/test'

import { languages } from '#src/locales/languages.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'

import { createAnnouncer } from './demo/announceChanges.ts'
import { attachDemo } from './demo/attachDemo.ts'
import { createWorld, openView } from './demo/hostWorld.ts'
import { makeDemo, describeSituation } from './demo/demo.ts'
import { type OwnScenario, resolveScenario } from './demo/ownScenario.ts'
import { serveApplication } from './demo/serveApplication.ts'
import { linkFrom, readStartingPoint } from './demo/startingPoint.ts'
import { failure } from './failure.ts'
import { situationLink } from './situation.ts'
import { checkRequests, checkStorageState, checkTools } from './tools/checkTools.ts'
import { assertOneOf } from './assertOneOf.ts'
import { assertDemoResponds, type Backend, backends } from './demo/assertDemoResponds.ts'
import { recordCoverage } from './guards/coverage.ts'
import { formatFindings } from './guards/findings.ts'
import { createGuards } from './guards/guards.ts'
import type { KitFixtures, KitOptions } from './kitOptions.ts'
import { hidden, pageFixtures } from './pages/pageFixtures.ts'
import { beginIn } from './words/beginIn.ts'

export type { Language } from '#src/locales/languages.ts'

export type { AccessLevel, Expiration, Feature, Permission, TokenInput } from './access.ts'
export type { RequestBody, ResponseBody, Token, TokenFilter } from './contractTypes.ts'
export type { Demo, LoggedRequest, Situation } from './demo/demo.ts'
export type { HeldCalls, TestAnswer } from './demo/demoCalls.ts'
export type { Tab } from './demo/demoTab.ts'
export type { Backend } from './demo/assertDemoResponds.ts'
export type * from './deprecated.ts'
export { expect } from './expect.ts'
export type { Allowed, Finding, GuardName } from './guards/findings.ts'
export type { Guards } from './guards/guards.ts'
export type { OwnScenario } from './demo/ownScenario.ts'
export type { Operation } from './operations.ts'
export type { KitFixtures, KitOptions } from './kitOptions.ts'
export type { KeyRefusal } from './matchers/toBeRefusedAs.ts'
export type { ListedToken, TokenStatus } from './matchers/toListToken.ts'
export type { DemoAccount } from './pages/loginPage.ts'
export { type Pages, pagesIn } from './pages/pages.ts'
export type { OldKeyLifetime } from './pages/replaceTokenPage.ts'

const option = { option: true, ...hidden } as const

/** Playwright's `test`, with the demo, its pages and the guards. */
export const test: KitTest<never> = base.extend<KitFixtures & KitOptions>({
  scenario: ['empty', option],
  as: [undefined, option],
  now: [undefined, option],
  clock: [undefined, option],
  address: [undefined, option],
  lang: [undefined, option],
  latency: [undefined, option],
  faults: [undefined, option],
  from: [undefined, option],
  ownOrigins: [[], option],
  panel: [undefined, option],
  backend: [(process.env.EDESK_BACKEND ?? 'worker') as Backend, option],
  hostUrl: [process.env.EDESK_HOST_URL ?? 'http://localhost:4174', option],
  allow: [{}, option],
  ownScenarios: [{}, option],

  baseURL: [
    async ({ baseURL, backend, hostUrl }, use) => {
      assertOneOf('a backend', backend, backends)
      await use(backend === 'host' ? hostUrl : (baseURL ?? 'http://localhost:4173'))
    },
    hidden,
  ],

  demoUrl: [async ({ baseURL }, use) => use(baseURL ?? ''), hidden],

  // Without a service worker, the backend runs in the page.
  serviceWorkers: [
    async ({ serviceWorkers, backend }, use) => use(backend === 'page' ? 'block' : serviceWorkers),
    hidden,
  ],

  // With a window, Chromium lets a page write to the clipboard after a click. Without one, as in Playwright, it would ask for a
  // permission that nobody can grant.
  permissions: [
    async ({ permissions, browserName }, use) => {
      const clipboard = browserName === 'chromium' ? ['clipboard-write'] : []
      await use([...(permissions ?? []), ...clipboard])
    },
    hidden,
  ],

  situation: [
    async (
      { scenario, ownScenarios, as, now, clock, address, lang, latency, faults, from, panel },
      use,
    ) => {
      if (lang !== undefined) assertOneOf('a language', lang, languages)
      const view = { as, now, clock, address, lang, latency, faults, panel }
      if (from === undefined) return use(resolveScenario(scenario, view, ownScenarios))
      const start = readStartingPoint(from)
      await use({ scenario: start.scenario, from: start, ...view })
    },
    hidden,
  ],

  hostWorld: [
    async ({ backend, demoUrl, situation }, use) => {
      if (backend !== 'host') return use(undefined)
      const world = await createWorld(demoUrl, linkFrom(situation))
      await use(world)
      await world.forget()
    },
    hidden,
  ],

  // Not by overriding `extraHTTPHeaders` and `serviceWorkers`: a test that sets its own would replace what is here.
  context: [
    async (
      { context, demoUrl, backend, serviceWorkers, extraHTTPHeaders, hostWorld, situation },
      use,
      testInfo,
    ) => {
      if (serviceWorkers === 'block' && backend === 'worker') {
        throw failure(
          "Without service workers, the demo's backend runs in the page: use the option backend: 'page'.",
        )
      }
      testInfo.annotations.push({ type: 'backend', description: backend })
      await assertDemoResponds(demoUrl, backend)
      await beginIn(context, situation.lang, new URL(demoUrl).origin)
      if (hostWorld)
        await context.setExtraHTTPHeaders({ ...extraHTTPHeaders, ...hostWorld.headers })
      await use(context)
    },
    hidden,
  ],

  request: [
    async ({ request, playwright, extraHTTPHeaders, hostWorld }, use) => {
      if (!hostWorld) return use(request)
      const headers = { ...extraHTTPHeaders, ...hostWorld.headers }
      const requestInWorld = await playwright.request.newContext({ extraHTTPHeaders: headers })
      await use(requestInWorld)
      await requestInWorld.dispose()
    },
    hidden,
  ],

  watchingGuards: [
    async (
      { context, request, backend, demoUrl, hostWorld, allow, ownOrigins, storageState },
      use,
      testInfo,
    ) => {
      const guards = createGuards(new URL(demoUrl).origin, ownOrigins, allow, hostWorld?.control)
      await guards.watch(context)
      const isToolAllowed = (text: string) => guards.allows({ guard: 'tools', text })
      const settings = { backend, demoUrl, ownOrigins, isAllowed: isToolAllowed }
      checkStorageState(storageState, settings)
      checkTools(context, settings, guards.onCall)
      checkRequests(request, settings)
      await use(guards)
      // A test that failed early did not reach the calls that its faults should affect.
      const hasFailed = testInfo.errors.length > 0
      const findings = await (hasFailed ? guards.findings() : guards.finish())
      recordCoverage(guards.exchanges)
      if (findings.length > 0) throw failure(formatFindings(findings))
    },
    { auto: true, ...hidden },
  ],

  guards: [async ({ watchingGuards }, use) => use(watchingGuards), hidden],

  demo: [
    async (
      {
        page,
        browser,
        backend,
        situation,
        watchingGuards: guards,
        hostWorld,
        permissions,
        extraHTTPHeaders,
        scenario: scenarioName,
        ownScenarios,
        demoUrl,
        ownOrigins,
      },
      use,
      testInfo,
    ) => {
      testInfo.annotations.push({ type: 'scenario', description: describeSituation(situation) })
      const { scenario, from } = situation
      const extraContexts: BrowserContext[] = []
      const announcer = createAnnouncer()
      if (hostWorld) announcer.add(page.context())
      const demo = makeDemo(page, situation, {
        backend,
        link: hostWorld ? '' : linkFrom(situation),
        ...(hostWorld
          ? { host: { ...hostWorld, control: announcer.watch(hostWorld.control) } }
          : {}),
        countReported: (operation) =>
          hostWorld
            ? undefined
            : guards.exchanges.filter((one) => one.operation === operation).length,
        watchFaults: (tab, control) =>
          guards.faults.watch(control, async () =>
            hostWorld ? (await control.state()).affectedCalls : guards.affectedCallsOf(tab),
          ),
        async newTab(view) {
          if (!hostWorld) {
            const newPage = await page.context().newPage()
            // The world of a file is not the one of its scenario: without one, the tab joins the world of the first.
            const link = situationLink(from?.file ? view : { scenario, ...view })
            return { page: newPage, link }
          }
          const { control, ...hostView } = await openView(hostWorld, situationLink(view))
          const context = await browser.newContext({
            baseURL: hostView.hostUrl,
            extraHTTPHeaders: { ...extraHTTPHeaders, ...hostView.headers },
            permissions: permissions ?? [],
          })
          extraContexts.push(context)
          await beginIn(context, view.lang, new URL(demoUrl).origin)
          announcer.add(context)
          await guards.watch(context)
          const host = { ...hostView, control: announcer.watch(control) }
          return { page: await context.newPage(), link: '', host }
        },
      })
      if (!hostWorld && ownOrigins.length > 0) {
        const demoOrigin = new URL(demoUrl).origin
        await serveApplication(page.context(), demo, {
          demoOrigin,
          ownOrigins,
          onAnswer: guards.expectAnswer,
        })
      }
      await ownScenarios[scenarioName]?.arrange?.(demo)
      await use(demo)
      const hasPassed = testInfo.status === testInfo.expectedStatus
      if (!hasPassed && demo.isOpen()) await attachDemo(demo, testInfo)
      for (const context of extraContexts) await context.close()
    },
    hidden,
  ],

  ...pageFixtures,
})

/** A `test` whose option `scenario` also takes names of the reader's own. */
export type KitTest<Name extends string> = TestType<
  PlaywrightTestArgs &
    PlaywrightTestOptions &
    KitFixtures &
    Omit<KitOptions, 'scenario'> & { scenario: ScenarioName | Name },
  PlaywrightWorkerArgs & PlaywrightWorkerOptions
>

/**
 * Returns `test` with scenarios of your own.
 *
 * @example withScenarios({ 'one-paused': { scenario: 'empty', as: 'admin', arrange: (demo) => demo.backend.addToken() } })
 */
export function withScenarios<Name extends string>(
  scenarios: Readonly<Record<Name, OwnScenario>>,
): KitTest<Name> {
  return test.extend({ ownScenarios: scenarios })
}
