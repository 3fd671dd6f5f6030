import type { VueWrapper } from '@vue/test-utils'
import type { SetupServer } from 'msw/node'
import type { Component } from 'vue'

import type { DemoControl } from '#src/mock/demo/demoControl.ts'

import { DemoBackend } from './demo/demoBackend.ts'
import type { Situation } from './mount/linkOf.ts'
import { mountPage, type PageOptions } from './mount/mountPage.ts'
import { sees } from './mount/sees.ts'
import { startDemo } from './mount/startDemo.ts'

export type { DemoControl, DemoState, SentAnswer, SentRequest } from '#src/mock/demo/demoControl.ts'
export type { Fault } from '#src/mock/demo/faults.ts'
export type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'

export type { WantedToken } from './access.ts'
export { newToken, permissions } from './builders.ts'
export type { Situation }

export interface MountOptions extends Situation, PageOptions {
  /** The address; by default where the scenario opens. */
  at?: string
}

export interface Mounted {
  /** Of @vue/test-utils. It is unmounted with the test. */
  wrapper: VueWrapper
  /** The demo's controls: look at its data, move its clock, set faults, send requests as somebody else. */
  demo: DemoControl
  /** Its data, and what it was asked. */
  backend: DemoBackend & {
    /** MSW's: `network.use(http.get(…))` puts an answer of the test's own before the backend's. */
    network: Pick<SetupServer, 'use' | 'resetHandlers' | 'restoreHandlers' | 'listHandlers'>
    /** What the page has sent, as it comes: "GET /api/tokens". */
    requests: readonly string[]
  }
  /** Waits for what a person would see. */
  sees: typeof sees
}

/**
 * Mounts a component as the application would, on a backend of the test's own. Both are gone after the test.
 *
 * @param component by itself, at an address; `undefined` for the whole application.
 * @example const { sees, demo } = await mountWithBackend(TokenListPage, { scenario: 'names', as: 'admin' })
 * @throws DemoLinkError in words, where a scenario, time or fault is none.
 */
export async function mountWithBackend(
  component: Component | undefined,
  options: MountOptions = {},
): Promise<Mounted> {
  const { at, scenario = 'empty', props, route, ...situation } = options
  const { control, network, requests, opens = '/' } = await startDemo({ scenario, ...situation })
  const page = { ...(props ? { props } : {}), ...(route === undefined ? {} : { route }) }
  return {
    wrapper: await mountPage(component, at ?? opens, page),
    demo: control,
    backend: Object.assign(new DemoBackend(control, scenario), { network, requests }),
    sees,
  }
}

/** Opens an address in the whole application; by default where the scenario opens. */
export function openApp(options: MountOptions = {}): Promise<Mounted> {
  return mountWithBackend(undefined, options)
}
