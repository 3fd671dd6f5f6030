import { useQueryCache } from '@pinia/colada'
import type { VueWrapper } from '@vue/test-utils'
import { createPinia, type Pinia, setActivePinia } from 'pinia'
import { onTestFinished } from 'vitest'
import { type App, type Component, computed } from 'vue'
import { matchedRouteKey, type Router, viewDepthKey } from 'vue-router'

import { onChange } from '#src/api/changes.ts'
import Application from '#src/app/App.vue'
import { installApp } from '#src/app/installApp.ts'
import { makeRouter } from '#src/app/router.ts'
import { useSessionStore } from '#src/features/session/sessionStore.ts'
import { showStatus } from '#src/ui/statusMessage.ts'
import StatusMessage from '#src/ui/StatusMessage.vue'

import { installLooks, show } from './show.ts'

export interface PageOptions {
  /** For a page of the application, its address gives what it needs. */
  props?: Record<string, unknown>
  /** A path for the component, such as `/orders/:orderId`, where its address is none of the application's. */
  route?: string
}

/**
 * Shows the whole application at an address, or a component by itself: in the main landmark of a page that has everything which
 * the application gives to its own, beside the region of status messages.
 */
export async function mountPage(
  component: Component | undefined,
  at: string,
  { props = {}, route }: PageOptions = {},
): Promise<VueWrapper> {
  history.replaceState(null, '', at)
  const router = makeRouter()
  const pinia = createPinia()
  const install = (app: App) => installApp(app, { router, pinia })
  onTestFinished(() => {
    router.options.history.destroy()
    showStatus('')
  })
  if (!component || component === Application) {
    const wrapper = show(Application, { install })
    // Where the first address cannot be shown, the shell says why.
    await router.isReady().catch(() => undefined)
    return wrapper
  }
  // The component itself is mounted in its place: the router would take a function for one that loads it.
  if (route !== undefined) router.addRoute({ path: route, component: Nothing, props: true })
  // As in the application: a page is there after the router has asked who is logged in.
  setActivePinia(pinia)
  await router.push(at)
  show(StatusMessage, { install: installLooks })
  const place = placeOf(route === undefined ? component : Nothing, router)
  const wrapper = show(component, {
    install(app) {
      install(app)
      app.provide(matchedRouteKey, place.matched)
      app.provide(viewDepthKey, place.depth)
    },
    props: { ...place.props, ...props },
    inMain: true,
  })
  onTestFinished(keepFresh(pinia))
  return wrapper
}

const Nothing = { render: () => null }

/** Where a component stands among the pages at the router's address: as its own router view would have put it. */
function placeOf(component: Component, router: Router) {
  const { matched, params } = router.currentRoute.value
  const found = matched.findIndex(({ components }) => components?.default === component)
  const index = found < 0 ? matched.length - 1 : found
  return {
    matched: computed(() => router.currentRoute.value.matched[index]),
    /** Of a router view inside. */
    depth: index + 1,
    props: matched[found]?.props.default === true ? params : {},
  }
}

/** As the application's shell does: after any change, all that is on the screen is asked for again. */
function keepFresh(pinia: Pinia): () => void {
  const session = useSessionStore(pinia)
  const queries = useQueryCache(pinia)
  return onChange(async () => {
    await session.load()
    if (session.user) await queries.invalidateQueries().catch(() => undefined)
  })
}
