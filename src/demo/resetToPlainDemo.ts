import { basePath } from '#src/api/basePath.ts'
import { lastTabKey, viewKey } from '#src/mock/demo/view.ts'
import { writeItem } from '#src/shared/browserStorage.ts'
import { nameInFolder } from '#src/shared/folderName.ts'

import { withBasePath } from './scenarioLink.ts'

/** Leaves the scenario and reloads eDesk without demo settings, with the real time and real randomness. */
export function resetToPlainDemo(): void {
  writeItem('sessionStorage', nameInFolder(viewKey, basePath()), null)
  writeItem('localStorage', nameInFolder(lastTabKey, basePath()), null)
  location.assign(withBasePath('/'))
}
