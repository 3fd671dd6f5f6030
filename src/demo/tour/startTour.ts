import type { Router } from 'vue-router'

import { rememberedTour } from './tourState.ts'

type MountedTour = import('./mountTour.ts').MountedTour
let mounting: Promise<MountedTour> | undefined

/**
 * Shows the guided tour: from its beginning where it is wanted, else where it was left in this tab. Nothing is loaded for
 * somebody who is on no tour. To be called once the backend is ready.
 */
export function offerTour({ router, wanted }: { router: Router; wanted: boolean }): void {
  if (!wanted && !rememberedTour()) return
  mounting ??= import('./mountTour.ts').then(({ mountTour }) => mountTour(router))
  void mounting.then((tour) => tour.show({ afresh: wanted }))
}
