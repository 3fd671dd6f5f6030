import type { Router } from 'vue-router'

import type { MountedTour } from './mountTour.ts'
import { rememberedTour, rememberTour } from './tourState.ts'

let mounting: Promise<MountedTour> | undefined

/**
 * Starts a guided tour if the link asks for it, or resumes the tour of this tab. The scenario `leaked` has a tour of its own. A
 * link to another scenario ends the tour. Without a tour, its code does not load. Call this once the backend is ready.
 *
 * @param link the demo parameters of the page's URL.
 */
export function startOrResumeTour({
  router,
  link,
}: {
  router: Router
  link: URLSearchParams
}): void {
  const isRequested = link.has('demo.tour')
  if (link.has('demo') && !isRequested) rememberTour(undefined)
  if (!isRequested && !rememberedTour()) return
  mounting ??= import('./mountTour.ts').then(({ mountTour }) => mountTour(router))
  const start = link.get('demo') === 'leaked' ? 'leaked' : 'article'
  void mounting.then((tour) => tour.show(isRequested ? { start } : {}))
}
