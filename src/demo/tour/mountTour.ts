import { createApp, h, shallowRef } from 'vue'
import type { Router } from 'vue-router'

import '#src/locales/accessGate.ts'
import '#src/locales/apiTokens.ts'
import '#src/locales/leakedKeys.ts'
import '#src/locales/lifecycle.ts'
import '#src/locales/logIn.ts'
import '#src/locales/plan.ts'
import '#src/locales/replacement.ts'
import '#src/locales/tokenDetails.ts'
import '#src/locales/tokenForm.ts'
import '#src/locales/tokenKey.ts'
import '#src/locales/tokenList.ts'
import GuidedTour from './GuidedTour.vue'
import { firstMessages } from './messages.ts'
import type { TourName } from './stepNames.ts'
import { firstState, rememberedTour, rememberTour, type TourState } from './tourState.ts'

export interface MountedTour {
  /** Shows the tour from its beginning, or without one, resumes the tour of this tab. */
  show(how: { start?: TourName }): void
}

/** Mounts the tour as a separate Vue application, so that an error in one cannot break the other. */
export function mountTour(router: Router): MountedTour {
  const state = shallowRef<TourState>()
  const container = document.createElement('div')
  document.body.append(container)
  const set = (next: TourState | undefined) => {
    state.value = next
    rememberTour(next)
  }
  createApp({ render: () => h(GuidedTour, { state: state.value, 'onUpdate:state': set }) })
    .use(router)
    .mount(container)
  return {
    show: ({ start }) => {
      void firstMessages.then(() => set(start ? firstState(start) : rememberedTour()))
    },
  }
}
