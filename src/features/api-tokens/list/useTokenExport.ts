import { useI18n } from 'vue-i18n'

import { showToast } from '#src/ui/lib/toast.ts'
import { useAction } from '#src/ui/composables/useAction.ts'
import { businessNow } from '#src/ui/lib/businessTime.ts'

import { useExportProgress } from '../export/useExportProgress.ts'
import type { TokenFilter } from '../token/tokenApi.ts'

/** Exports tokens as a CSV file, which the browser creates. */
export function useTokenExport() {
  const { t, n } = useI18n()
  const { collect, ...progress } = useExportProgress()

  /** @param selected the ids of the tokens to export; all that match the filter if it is undefined. */
  const { run, busy, error } = useAction(
    async (filter: TokenFilter, selected?: ReadonlySet<string>): Promise<void> => {
      const [{ tokenRow, saveTokenCsv }, { readTokens }] = await Promise.all([
        import('./tokenCsv.ts'),
        import('./readTokens.ts'),
      ])
      const rows = await collect(readTokens(filter, (token) => tokenRow(token, t), selected))
      if (!rows) return
      saveTokenCsv(rows, businessNow.value, t)
      showToast(t('tokenList.export.done', { count: n(rows.length) }, rows.length))
    },
  )

  return { run, busy, error, ...progress }
}
