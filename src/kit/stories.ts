import type { RequestHandler } from 'msw'
import { createPinia, setActivePinia } from 'pinia'
import type { App } from 'vue'
import { createMemoryHistory } from 'vue-router'

import { installApp } from '#src/app/installApp.ts'
import { createAppRouter } from '#src/app/router.ts'
import '#src/locales/all.ts'
import type { DemoControl } from '#src/mock/demo/demoControl.ts'
import { handlersFor } from '#src/mock/transports/handlers.ts'
import { createTestDemo } from '#src/mock/transports/testDemo.ts'

import { DemoBackend } from './demo/demoBackend.ts'

export type { DemoControl } from '#src/mock/demo/demoControl.ts'

/** The demo parameters of a story. */
export interface StoryParameters {
  /** A demo link without the `?`, such as `demo=names&demo.as=admin`. */
  demo?: string
  /** A URL of the application. Defaults to the page where the scenario opens. */
  at?: string
}

/** The controls of a story's demo. */
export interface StoryDemo extends DemoControl {
  /** Adds tokens, and reads the data: `const { key } = await demo.backend.addToken({ name: 'Ledger' })`. */
  readonly backend: DemoBackend
}

/** MSW's network: the result of `setupWorker` in a browser, and of `setupServer` in Node. */
interface Network {
  resetHandlers(...handlers: RequestHandler[]): void
}

/**
 * Creates a backend for a story of any component: a demo in memory. Its clock does not run, so the story is the same each time.
 *
 * @returns the handlers for MSW, the controls of the demo, and the page where the scenario opens.
 * @throws DemoLinkError if a value in the link is invalid.
 * @example worker.resetHandlers(...(await demoForStory('demo=names')).handlers)
 */
export async function demoForStory(
  link: string,
): Promise<{ handlers: RequestHandler[]; demo: StoryDemo; opens: string }> {
  const { server, control, startPath = '/' } = await createTestDemo({ link })
  const { scenario } = await control.state()
  const demo = { ...control, backend: new DemoBackend(control, scenario) }
  return { handlers: handlersFor(server), demo, opens: startPath }
}

/** Provides what stories of components of this application need. The stories run one after the other. */
export function createStoryEnvironment(network: Network) {
  let pinia = createPinia()
  let router = createAppRouter(createMemoryHistory())

  return {
    /** Prepares a story: a new backend, its URL, and a new store. Call it before the story is shown. */
    async load({ demo: link = 'demo=empty', at }: StoryParameters): Promise<StoryDemo> {
      const { handlers, demo, opens } = await demoForStory(link)
      network.resetHandlers(...handlers)
      pinia = createPinia()
      setActivePinia(pinia)
      router = createAppRouter(createMemoryHistory())
      await router.push(at ?? opens)
      return demo
    },
    /** Installs the plugins into the app that shows the story. */
    install: (app: App) => installApp(app, { router, pinia }),
  }
}

/** @deprecated Use `createStoryEnvironment`. */
export function storiesOn(network: Network): ReturnType<typeof createStoryEnvironment> {
  return createStoryEnvironment(network)
}
