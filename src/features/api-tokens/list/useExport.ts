import { useI18n } from 'vue-i18n'

import '#src/locales/tokenList.ts'
import { now } from '#src/ui/clock.ts'
import { showStatus } from '#src/ui/statusMessage.ts'
import { useAction } from '#src/ui/useAction.ts'

import { listTokens, type TokenFilter } from '../tokenApi.ts'
import { useRowsOfPages } from '../useRowsOfPages.ts'

/** Exports tokens as a CSV file, which the browser creates. */
export function useExport() {
  const { t, n } = useI18n()
  const { read, ...progress } = useRowsOfPages()

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
      showStatus(t('tokenList.export.done', { count: n(rows.length) }, rows.length))
    },
  )

  return { run, busy, error, ...progress }
}
