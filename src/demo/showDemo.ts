import './demo.css'
import './panelParts.css'

import { createApp } from 'vue'

import type { Demo } from '#src/mock/demo/demo.ts'

import DemoEdge from './DemoEdge.vue'
import { type Application, createDesk, deskKey } from './desk.ts'
import RefusedLink from './RefusedLink.vue'
import { offerTour } from './tour/startTour.ts'

/**
 * Puts what people see of a demo beside the application: a handle, behind it the panel, and what is wrong with the link where
 * something is; and the guided tour where the link asks for it, or where it was left.
 */
export async function showDemo(
  { refused }: Demo,
  application: Application,
  link: URLSearchParams,
): Promise<void> {
  if (refused) {
    const alert = createApp(RefusedLink, {
      problems: refused.problems,
      onDismissed: () => {
        alert.unmount()
        notice.remove()
      },
    })
    const notice = document.createElement('div')
    // First on the page but for the link that skips to its main part.
    document.querySelector('.skip-link')?.after(notice)
    if (!notice.isConnected) document.body.prepend(notice)
    alert.mount(notice)
  }
  const state = await application.control.state().catch(() => undefined)
  // Where the storage cannot be read, there is nothing to steer; the pages say what to do about that.
  if (!state) return
  const desk = createDesk(application, state)
  const edge = document.createElement('div')
  document.body.append(edge)
  createApp(DemoEdge).provide(deskKey, desk).mount(edge)
  offerTour({ router: application.router, link: refused ? new URLSearchParams() : link })
}
