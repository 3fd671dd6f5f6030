import type { VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { onTestFinished } from 'vitest'
import type { App, Component } from 'vue'

import Application from '#src/app/App.vue'
import { installApp } from '#src/app/installApp.ts'
import { makeRouter } from '#src/app/router.ts'
import { showStatus } from '#src/ui/statusMessage.ts'
import StatusMessage from '#src/ui/StatusMessage.vue'

import { installLooks, show } from './show.ts'

export interface PageOptions {
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
  if (route !== undefined) router.addRoute({ path: route, component })
  // As in the application: a page is there after the router has asked who is logged in.
  setActivePinia(pinia)
  await router.push(at)
  show(StatusMessage, { install: installLooks })
  return show(component, { install, props, inMain: true })
}
