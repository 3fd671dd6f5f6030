import { useQueryCache } from '@pinia/colada'
import type { VueWrapper } from '@vue/test-utils'
import { createPinia, type Pinia, setActivePinia } from 'pinia'
import { onTestFinished } from 'vitest'
import { type App, type Component, computed } from 'vue'
import { matchedRouteKey, type Router, viewDepthKey } from 'vue-router'

import { onChange } from '#src/api/changeNotifications.ts'
import Application from '#src/app/App.vue'
import { installApp } from '#src/app/installApp.ts'
import { createAppRouter } from '#src/app/router.ts'
import { useSessionStore } from '#src/session/sessionStore.ts'
import { forgetToasts } from '#src/ui/lib/toast.ts'
import ToastMessage from '#src/ui/components/ToastMessage.vue'

import { assertAddress } from './assertAddress.ts'
import { installTheme, show } from './show.ts'

export interface PageOptions {
  /** The props of the component. The other parameters of its route are props too, and follow the URL. */
  props?: Record<string, unknown>
  /** A route path for the component, such as `/orders/:orderId`, if `at` is not a URL of the application. */
  route?: string
}

/**
 * Mounts the whole application at a URL, or a single component. A single component is mounted into the main landmark, with the
 * plugins of the application and the region for status messages.
 *
 * @throws Error if the URL leads to no page, unless that is allowed.
 */
export async function mountPage(
  component: Component,
  at: string,
  {
    props = {},
    route,
    isMissingAllowed = false,
  }: PageOptions & { isMissingAllowed?: boolean } = {},
): Promise<VueWrapper> {
  history.replaceState(null, '', at)
  const router = createAppRouter()
  const pinia = createPinia()
  const install = (app: App) => installApp(app, { router, pinia })
  onTestFinished(() => {
    router.options.history.destroy()
    forgetToasts()
  })
  // The route gets a placeholder: the router would treat a functional component as a lazy import.
  // It is public: unlike a page of the application, it does not lead to the log-in page if nobody is logged in.
  if (route !== undefined)
    router.addRoute({ path: route, component: Placeholder, props: true, meta: { public: true } })
  if (!isMissingAllowed) assertPage(router, at, route)
  if (component === Application) {
    const wrapper = show(Application, { install })
    // If the first navigation fails, the application shows the error itself.
    await router.isReady().catch(() => undefined)
    return wrapper
  }
  // As in the application: the router loads the session before it shows a page.
  setActivePinia(pinia)
  await router.push(at)
  show(ToastMessage, { install: installTheme })
  const view = routerViewOf(route === undefined ? component : Placeholder, router)
  const wrapper = show(component, {
    install(app) {
      install(app)
      app.provide(matchedRouteKey, view.matched)
      app.provide(viewDepthKey, view.depth)
    },
    props: { ...view.props.value, ...props },
    inMain: true,
  })
  const routeProps = () =>
    Object.fromEntries(Object.entries(view.props.value).filter(([name]) => !(name in props)))
  onTestFinished(router.afterEach(() => wrapper.setProps(routeProps())))
  onTestFinished(refetchOnChange(pinia))
  return wrapper
}

/** @throws Error if the first address leads to no page, or not to the route of the component. */
function assertPage(router: Router, at: string, route: string | undefined): void {
  if (route === undefined) {
    assertAddress(router, at)
    return
  }
  const isOwn = router.resolve(at).matched.some((one) => one.components?.default === Placeholder)
  if (!isOwn) throw new Error(`The address ${at} does not match the route ${route}.`)
}

const Placeholder = { render: () => null }

/** Returns the position of a component among the matched routes, as its `RouterView` would provide it. */
function routerViewOf(component: Component, router: Router) {
  const { matched } = router.currentRoute.value
  const found = matched.findIndex(({ components }) => components?.default === component)
  const index = found < 0 ? matched.length - 1 : found
  return {
    matched: computed(() => router.currentRoute.value.matched[index]),
    /** The depth of a nested router view. */
    depth: index + 1,
    /** The parameters of the route, as long as it shows the component. */
    props: computed(() => {
      const { matched: now, params } = router.currentRoute.value
      const record = matched[found]
      return record?.props.default === true && now.includes(record) ? params : {}
    }),
  }
}

/** Refetches the visible data after every change, as the application does. */
function refetchOnChange(pinia: Pinia): () => void {
  const session = useSessionStore(pinia)
  const queries = useQueryCache(pinia)
  return onChange(async () => {
    await session.load()
    if (session.user) await queries.invalidateQueries().catch(() => undefined)
  })
}
