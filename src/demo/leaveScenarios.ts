import { viewKey, worldKey } from '#src/mock/demo/view.ts'

import { addressOf } from './scenarioLink.ts'

/** To eDesk as a plain visit has it, with the real time and real randomness. */
export function leaveScenarios(): void {
  sessionStorage.removeItem(viewKey)
  localStorage.removeItem(worldKey)
  location.assign(addressOf('/'))
}
