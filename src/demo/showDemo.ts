import './demo.css'

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
    const notice = besideThePage('before')
    alert.mount(notice)
  }
  const desk = createDesk(application, await application.control.state())
  createApp(DemoEdge).provide(deskKey, desk).mount(besideThePage('after'))
  offerTour({ router: application.router, wanted: !refused && link.has('demo.tour') })
}

function besideThePage(where: 'before' | 'after'): HTMLElement {
  const element = document.createElement('div')
  document.querySelector('#app')?.[where](element)
  return element
}
