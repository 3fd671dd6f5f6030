import { viewKey, worldKey } from '#src/mock/demo/view.ts'
import { writeItem } from '#src/shared/browserStorage.ts'

import { withBasePath } from './scenarioLink.ts'

/** Leaves the scenario and reloads eDesk without demo settings, with the real time and real randomness. */
export function resetToPlainDemo(): void {
  writeItem('sessionStorage', viewKey, null)
  writeItem('localStorage', worldKey, null)
  location.assign(withBasePath('/'))
}
