import { basePath } from '#src/api/basePath.ts'
import { readItem, writeItem } from '#src/shared/browserStorage.ts'
import { scopedName } from '#src/shared/scopedName.ts'

import { firstStepOf, type StepName, type TourName, tourOfStep } from './stepNames.ts'

/** The progress of a tour. It is saved in sessionStorage, and never contains a key. */
export interface TourState {
  step: StepName
  /** Whether the user left the tour. It can be resumed. */
  left: boolean
  /** The token that the user generated in the tour. */
  tokenId?: string
  tokenName?: string
  /** The token's description before the user changed it. */
  described?: string
}

const storageKey = scopedName('edesk-demo-tour', basePath())

/** Returns the state at the beginning of a tour. */
export function firstState(tour: TourName): TourState {
  return { step: firstStepOf(tour), left: false }
}

/** Returns the saved tour of this tab, or undefined if there is none. */
export function rememberedTour(): TourState | undefined {
  try {
    const stored = JSON.parse(readItem('sessionStorage', storageKey) ?? 'null') as TourState | null
    return stored && tourOfStep(stored.step) ? stored : undefined
  } catch {
    // It holds the state of another version. The user can start the tour again.
    return undefined
  }
}

/** Saves the tour in this tab. Undefined removes it. If the browser blocks the site's storage, a reload ends the tour. */
export function rememberTour(state: TourState | undefined): void {
  writeItem('sessionStorage', storageKey, state ? JSON.stringify(state) : null)
}
