import { useI18n } from 'vue-i18n'

import { showToast } from '#src/ui/lib/toast.ts'
import { useAction } from '#src/ui/composables/useAction.ts'

import { useReading } from '../export/useReading.ts'
import { businessNow } from '../token/businessNow.ts'
import type { TokenFilter } from '../token/tokenApi.ts'

/** Exports tokens as a CSV file, which the browser creates. */
export function useExport() {
  const { t, n } = useI18n()
  const { read, ...progress } = useReading()

  /** @param selected the ids of the tokens to export; all that match the filter if it is undefined. */
  const { run, busy, error } = useAction(
    async (filter: TokenFilter, selected?: ReadonlySet<string>): Promise<void> => {
      const [{ inventoryRow, saveInventory }, { readTokens }] = await Promise.all([
        import('./inventoryFile.ts'),
        import('./readTokens.ts'),
      ])
      const rows = await read(readTokens(filter, (token) => inventoryRow(token, t), selected))
      if (!rows) return
      saveInventory(rows, businessNow.value, t)
      showToast(t('tokenList.export.done', { count: n(rows.length) }, rows.length))
    },
  )

  return { run, busy, error, ...progress }
}
