import './demo.css'
import './panelParts.css'

import { createApp } from 'vue'

import type { Demo } from '#src/mock/demo/demo.ts'

import DemoDock from './DemoDock.vue'
import { type DemoHost, createDemoPanelStore, demoPanelKey } from './demoPanelStore.ts'
import InvalidDemoLink from './InvalidDemoLink.vue'
import { startOrResumeTour } from './tour/startTour.ts'

/**
 * Mounts the demo's UI beside the application: the handle with the panel, an alert if the link is invalid, and the guided tour
 * if the link asks for it or it was started earlier in this tab.
 */
export async function mountDemoUi(
  { linkError }: Demo,
  application: DemoHost,
  link: URLSearchParams,
): Promise<void> {
  if (linkError) {
    const alert = createApp(InvalidDemoLink, {
      problems: linkError.problems,
      onDismissed: () => {
        alert.unmount()
        notice.remove()
      },
    })
    const notice = document.createElement('div')
    // At the top of the page, directly after the skip link.
    document.querySelector('.skip-link')?.after(notice)
    if (!notice.isConnected) document.body.prepend(notice)
    alert.mount(notice)
  }
  const state = await application.control.state().catch(() => undefined)
  // Without readable storage there is no demo to control. The pages show the error.
  if (!state) return
  const store = createDemoPanelStore(application, state)
  const edge = document.createElement('div')
  document.body.append(edge)
  createApp(DemoDock).provide(demoPanelKey, store).mount(edge)
  startOrResumeTour({ router: application.router, link: linkError ? new URLSearchParams() : link })
}
