import { useI18n } from 'vue-i18n'

import '#src/locales/tokenList.ts'
import { now } from '#src/ui/clock.ts'
import { showStatus } from '#src/ui/statusMessage.ts'
import { useAction } from '#src/ui/useAction.ts'

import { listTokens, type TokenFilter } from '../tokenApi.ts'
import { useRowsOfPages } from '../useRowsOfPages.ts'

/** Makes a file of tokens in the browser. */
export function useExport() {
  const { t, n } = useI18n()
  const { read, ...progress } = useRowsOfPages()

  /** @param ids of those that are wanted, where it is not all that fit. */
  const { run, busy, error } = useAction(
    async (filter: TokenFilter, ids?: ReadonlySet<string>): Promise<void> => {
      const { inventoryRow, saveInventory } = await import('./inventoryFile.ts')
      const rows = await read(
        (stretch) => listTokens({ ...filter, ...stretch, sort: 'createdAt' }),
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
