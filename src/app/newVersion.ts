import { ref } from 'vue'

import { basePath } from '#src/api/basePath.ts'
import { readItem, writeItem } from '#src/ui/lib/browserStorage.ts'

const storageKey = 'edesk.reloaded-for'

/** True after a page's chunk failed to load, even with a reload. */
export const chunkMissing = ref(false)

/**
 * Reloads the application once at the target path when a page's chunk is gone because a newer version was deployed.
 * If the reload does not help, sets `chunkMissing`, and the shell shows a message. Ignores all other errors.
 *
 * @param error the error of the navigation.
 * @param path the path the user navigated to, below the base path.
 */
export function reloadForNewVersion(error: unknown, path: string): void {
  if (!(error instanceof TypeError && /import|module/i.test(error.message))) return
  const reloaded = readItem('sessionStorage', storageKey) === path
  // Without storage, nothing would record the reload, and the page would reload forever.
  if (reloaded || !writeItem('sessionStorage', storageKey, path)) {
    writeItem('sessionStorage', storageKey, null)
    chunkMissing.value = true
    return
  }
  location.assign(new URL(path.slice(1), new URL(basePath(), location.origin)))
}
