import type { RouteLocationRaw } from 'vue-router'

import { type StepName, tourOfStep } from './stepNames.ts'
import { steps } from './steps.ts'
import type { TourState } from './tourState.ts'

/** Returns the route on which the tour of a step starts. Opening the settings is a step of the tour about the article. */
export function startRouteOf(step: StepName): 'ticket-list' | 'leaked-keys' {
  return tourOfStep(step) === 'leaked' ? 'leaked-keys' : 'ticket-list'
}

/** Returns the route of the current step's main place, to lead the user back to it. */
export function routeOfStep({ step, tokenId = '' }: TourState): RouteLocationRaw {
  switch (steps[step].places?.[0]) {
    case 'app':
      return { name: 'ticket-list' }
    case 'settings':
      return { name: 'settings' }
    case 'form':
      return { name: 'new-token' }
    case 'found':
    case 'replace':
      return { name: startRouteOf(step) }
    case 'token':
      return { name: 'token', params: { tokenId } }
    default:
      return { name: 'token-list' }
  }
}
