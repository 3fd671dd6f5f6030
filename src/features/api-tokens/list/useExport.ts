import { useI18n } from 'vue-i18n'

import { now } from '#src/ui/lib/clock.ts'
import { showToast } from '#src/ui/lib/toast.ts'
import { useAction } from '#src/ui/composables/useAction.ts'

import { listTokens, type TokenFilter } from '../token/tokenApi.ts'
import { useAllPages } from '../export/useAllPages.ts'

/** Exports tokens as a CSV file, which the browser creates. */
export function useExport() {
  const { t, n } = useI18n()
  const { read, ...progress } = useAllPages()

  /** @param ids the tokens to export; all that match the filter if it is undefined. */
  const { run, busy, error } = useAction(
    async (filter: TokenFilter, ids?: ReadonlySet<string>): Promise<void> => {
      const { inventoryRow, saveInventory } = await import('./inventoryFile.ts')
      const rows = await read(
        (paging) => listTokens({ ...filter, ...paging, sort: 'createdAt' }),
        (token) => inventoryRow(token, t),
        ids,
      )
      if (!rows) return
      saveInventory(rows, now.value, t)
      showToast(t('tokenList.export.done', { count: n(rows.length) }, rows.length))
    },
  )

  return { run, busy, error, ...progress }
}
