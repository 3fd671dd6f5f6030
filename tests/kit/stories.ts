import type { RequestHandler } from 'msw'
import { createPinia, setActivePinia } from 'pinia'
import type { App } from 'vue'
import { createMemoryHistory } from 'vue-router'

import { installApp } from '#src/app/installApp.ts'
import { makeRouter } from '#src/app/router.ts'
import type { DemoControl } from '#src/mock/demo/demoControl.ts'
import { handlersFor } from '#src/mock/transports/handlers.ts'
import { createStillDemo } from '#src/mock/transports/stillDemo.ts'

/** What a story names of its situation. */
export interface StoryParameters {
  /** A demo's link, as it stands in an address after the `?`, such as `demo=names&demo.as=admin`. */
  demo?: string
  /** An address of the application; by default where the demo's scenario opens. */
  at?: string
}

/** MSW's network: what `setupWorker` gives in a browser, and `setupServer` in Node. */
interface Network {
  resetHandlers(...handlers: RequestHandler[]): void
}

/**
 * A backend for a story of any component: a demo in memory, the same each time, as its clock stands still.
 *
 * @returns MSW's handlers, the demo's controls, and the page where it opens.
 * @throws DemoLinkError in words, where a value in the link is none.
 * @example worker.resetHandlers(...(await demoForStory('demo=names')).handlers)
 */
export async function demoForStory(
  link: string,
): Promise<{ handlers: RequestHandler[]; demo: DemoControl; opens: string }> {
  const { server, control, opens = '/' } = await createStillDemo({ link })
  return { handlers: handlersFor(server), demo: control, opens }
}

/** What stories of this application's own components need around them, one story after the other. */
export function storiesOn(network: Network) {
  let pinia = createPinia()
  let router = makeRouter(createMemoryHistory())

  return {
    /** Before a story is shown: its backend, its address, and nobody's memory of the story before. */
    async load({ demo: link = 'demo=empty', at }: StoryParameters): Promise<DemoControl> {
      const { handlers, demo, opens } = await demoForStory(link)
      network.resetHandlers(...handlers)
      pinia = createPinia()
      setActivePinia(pinia)
      router = makeRouter(createMemoryHistory())
      await router.push(at ?? opens)
      return demo
    },
    /** For the app that shows it. */
    install: (app: App) => installApp(app, { router, pinia }),
  }
}
