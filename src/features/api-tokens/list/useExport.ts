import { ref } from 'vue'
import { useI18n } from 'vue-i18n'

import { now } from '#src/ui/clock.ts'
import { showStatus } from '#src/ui/statusMessage.ts'
import { useAction } from '#src/ui/useAction.ts'

import { listTokens, type TokenFilter } from '../tokenApi.ts'

const pageSize = 100

/** Makes a file of tokens in the browser, page by page. */
export function useExport() {
  const { t, n } = useI18n()
  const finished = ref(0)
  const total = ref(0)
  let stopping = new AbortController()

  /** @param ids of those that are wanted, where it is not all that fit. */
  const { run, busy, error } = useAction(
    async (filter: TokenFilter, ids?: ReadonlySet<string>): Promise<void> => {
      stopping = new AbortController()
      finished.value = 0
      total.value = ids?.size ?? 0
      const { inventoryRow, saveInventory } = await import('./inventoryFile.ts')
      const rows = new Map<string, string[]>()
      for (let page = 1; !stopping.signal.aborted; page += 1) {
        const list = await listTokens({ ...filter, page, pageSize, sort: 'createdAt' })
        for (const token of list.items) {
          if (!ids || ids.has(token.id)) rows.set(token.id, inventoryRow(token, t))
        }
        finished.value = rows.size
        if (!ids) total.value = list.total
        if (list.items.length < pageSize || rows.size === ids?.size) break
      }
      if (stopping.signal.aborted) return
      saveInventory(rows.values(), now.value, t)
      showStatus(t('tokenList.export.done', { count: n(rows.size) }, rows.size))
    },
  )

  return { run, busy, error, finished, total, stop: () => stopping.abort() }
}
