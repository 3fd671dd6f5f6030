import { createApp, h, shallowRef } from 'vue'
import type { Router } from 'vue-router'

import GuidedTour from './GuidedTour.vue'
import { firstState, rememberedTour, rememberTour, type TourState } from './tourState.ts'

export interface MountedTour {
  show(how: { afresh: boolean }): void
}

/** Puts the tour beside the application: an application of its own, so that neither can break the other. */
export function mountTour(router: Router): MountedTour {
  const state = shallowRef<TourState>()
  const place = document.createElement('div')
  document.body.append(place)
  const set = (next: TourState | undefined) => {
    state.value = next
    rememberTour(next)
  }
  createApp({ render: () => h(GuidedTour, { state: state.value, 'onUpdate:state': set }) })
    .use(router)
    .mount(place)
  return {
    show: ({ afresh }) => set(afresh ? firstState : rememberedTour()),
  }
}
