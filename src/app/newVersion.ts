import { ref } from 'vue'

import { basePath } from '#src/api/basePath.ts'
import { readItem, writeItem } from '#src/ui/browserStorage.ts'

const mark = 'edesk.reloaded-for'

/** A page's chunk could not be loaded, also after a reload. */
export const pageMissing = ref(false)

/**
 * A page whose chunk is gone, because a newer version was deployed, is reloaded once at the address that was gone to. Where
 * that does not help, the shell tells. An error about something else is left to whoever navigated.
 */
export function reloadForNewVersion(error: unknown, address: string): void {
  if (!(error instanceof TypeError && /import|module/i.test(error.message))) return
  const reloaded = readItem('sessionStorage', mark) === address
  // Where nothing can be kept, nobody would know of the reload: it would come again and again.
  if (reloaded || !writeItem('sessionStorage', mark, address)) {
    writeItem('sessionStorage', mark, null)
    pageMissing.value = true
    return
  }
  location.assign(new URL(address.slice(1), new URL(basePath(), location.origin)))
}
