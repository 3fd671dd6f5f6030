import { viewKey, worldKey } from '#src/mock/demo/view.ts'
import { writeItem } from '#src/ui/browserStorage.ts'

import { addressOf } from './scenarioLink.ts'

/** Leaves the scenario and reloads eDesk without demo settings, with the real time and real randomness. */
export function leaveScenarios(): void {
  writeItem('sessionStorage', viewKey, null)
  writeItem('localStorage', worldKey, null)
  location.assign(addressOf('/'))
}
