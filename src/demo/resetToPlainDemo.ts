import { basePath } from '#src/api/basePath.ts'
import { lastTabKey, viewKey } from '#src/mock/demo/view.ts'
import { writeItem } from '#src/shared/browserStorage.ts'
import { scopedName } from '#src/shared/scopedName.ts'

import { withBasePath } from './scenarioLink.ts'

/** Leaves the scenario and reloads eDesk without demo settings, with the real time and real randomness. */
export function resetToPlainDemo(): void {
  writeItem('sessionStorage', scopedName(viewKey, basePath()), null)
  writeItem('localStorage', scopedName(lastTabKey, basePath()), null)
  location.assign(withBasePath('/'))
}
