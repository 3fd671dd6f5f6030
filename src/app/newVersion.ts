import { ref } from 'vue'

import { basePath } from '#src/api/basePath.ts'
import { readItem, writeItem } from '#src/shared/browserStorage.ts'

const storageKey = 'edesk.reloaded-for'

/** True after a page's chunk failed to load, even with a reload. */
export const chunkMissing = ref(false)

/** The errors of files that are missing, most of them style sheets, whose errors have no type of their own. */
const missingFileErrors = new WeakSet<Error>()

// Vite's code for loading a page's files reports each failure before the navigation fails with the same error.
addEventListener('vite:preloadError', ({ payload }) => missingFileErrors.add(payload))

/**
 * Reloads the application once at the target path when a file of a page, script or style sheet, is gone because a newer version
 * was deployed. If the reload does not help, sets `chunkMissing`, and the shell shows a message. Ignores all other errors.
 *
 * @param error the error of the navigation.
 * @param path the path the user navigated to, below the base path.
 */
export function reloadForNewVersion(error: unknown, path: string): void {
  if (!isFileMissing(error)) return
  const reloaded = readItem('sessionStorage', storageKey) === path
  // Without storage, nothing would record the reload, and the page would reload forever.
  if (reloaded || !writeItem('sessionStorage', storageKey, path)) {
    writeItem('sessionStorage', storageKey, null)
    chunkMissing.value = true
    return
  }
  location.assign(new URL(path.slice(1), new URL(basePath(), location.origin)))
}

function isFileMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  // Without files to preload, Vite leaves the import as it is.
  const isImportError = error instanceof TypeError && /import|module/i.test(error.message)
  return isImportError || missingFileErrors.has(error)
}
