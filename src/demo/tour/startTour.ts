import type { Router } from 'vue-router'

import { rememberedTour, rememberTour } from './tourState.ts'

type MountedTour = import('./mountTour.ts').MountedTour
let mounting: Promise<MountedTour> | undefined

/**
 * Shows the guided tour: from its beginning where the link asks for it, else where it was left in this tab. A link to another
 * situation ends it. Nothing is loaded for somebody who is on no tour. To be called once the backend is ready.
 *
 * @param link that the page has followed.
 */
export function offerTour({ router, link }: { router: Router; link: URLSearchParams }): void {
  const wanted = link.has('demo.tour')
  if (link.has('demo') && !wanted) rememberTour(undefined)
  if (!wanted && !rememberedTour()) return
  mounting ??= import('./mountTour.ts').then(({ mountTour }) => mountTour(router))
  void mounting.then((tour) => tour.show({ afresh: wanted }))
}
