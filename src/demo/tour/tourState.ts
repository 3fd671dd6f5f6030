import { type StepName, stepNames } from './stepNames.ts'

/** How far somebody is. It is kept with the tab, and never holds a key. */
export interface TourState {
  step: StepName
  /** Left for now: the tour waits to be resumed. */
  left: boolean
  /** The token that was generated on the way. */
  tokenId?: string
  tokenName?: string
  /** Its description before it was changed. */
  described?: string
}

const storageKey = 'edesk-demo-tour'

export const firstState: TourState = { step: 'welcome', left: false }

/** Where the tour is in this tab; undefined where none is under way. */
export function rememberedTour(): TourState | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as TourState | null
    return kept && stepNames.includes(kept.step) ? kept : undefined
  } catch {
    // A browser that may keep nothing, or another version's state: the tour can be started anew.
    return undefined
  }
}

/** Remembers where the tour is, or forgets it. */
export function rememberTour(state: TourState | undefined): void {
  try {
    if (state) sessionStorage.setItem(storageKey, JSON.stringify(state))
    else sessionStorage.removeItem(storageKey)
  } catch {
    // Then a reload ends the tour.
  }
}
