import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'

import { featureValues } from '#src/api/generated/values.ts'
import { now } from '#src/ui/clock.ts'
import { csvOf } from '#src/ui/csv.ts'
import { saveFile } from '#src/ui/saveFile.ts'
import { showStatus } from '#src/ui/statusMessage.ts'
import { useAction } from '#src/ui/useAction.ts'

import { listTokens, type Token, type TokenFilter } from '../tokenApi.ts'

const pageSize = 100

/** Makes a file of tokens in the browser, page by page. It holds no secret: a key is kept nowhere. */
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
      const rows = new Map<string, string[]>()
      for (let page = 1; !stopping.signal.aborted; page += 1) {
        const list = await listTokens({ ...filter, page, pageSize, sort: 'createdAt' })
        for (const token of list.items) {
          if (!ids || ids.has(token.id)) rows.set(token.id, rowOf(token))
        }
        finished.value = rows.size
        if (!ids) total.value = list.total
        if (list.items.length < pageSize || rows.size === ids?.size) break
      }
      if (stopping.signal.aborted) return
      saveFile(fileName(), csvOf([header(), ...rows.values()]), 'text/csv')
      showStatus(t('tokenList.export.done', { count: n(rows.size) }, rows.size))
    },
  )

  function header(): string[] {
    return columns.map((column) => t(`tokenList.export.columns.${column}`))
  }

  function rowOf(token: Token): string[] {
    return columns.map((column) => cells[column](token))
  }

  const cells = {
    name: ({ name }: Token) => name,
    description: ({ description }: Token) => description,
    status: ({ status }: Token) => t(`tokenList.statuses.${status}`),
    access: ({ accessLevel }: Token) => t(`apiTokens.levels.${accessLevel}`),
    features: ({ permissions }: Token) =>
      featureValues
        .filter((feature) => permissions[feature] !== 'no_access')
        .map((feature) => {
          const permission = t(`apiTokens.permissions.${permissions[feature]}`)
          return `${t(`apiTokens.features.${feature}`)}: ${permission}`
        })
        .join('; '),
    keyEnding: ({ keyEnding }: Token) => keyEnding,
    created: ({ createdAt }: Token) => createdAt,
    createdBy: ({ createdBy }: Token) => createdBy.name,
    lastUsed: ({ lastUsedAt }: Token) => lastUsedAt ?? '',
    expires: ({ expiresAt }: Token) => expiresAt ?? t('tokenList.neverExpires'),
    paused: ({ pausedAt }: Token) => pausedAt ?? '',
  }
  const columns = Object.keys(cells) as (keyof typeof cells)[]

  return {
    run,
    busy,
    error,
    finished,
    total,
    percent: computed(() => (total.value === 0 ? 0 : (finished.value / total.value) * 100)),
    stop: () => stopping.abort(),
  }
}

function fileName(): string {
  return `api-tokens-${now.value.toISOString().slice(0, 10)}.csv`
}
