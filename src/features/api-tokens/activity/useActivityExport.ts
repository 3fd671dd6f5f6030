import { useI18n } from 'vue-i18n'

import { now } from '#src/ui/lib/clock.ts'
import { formatCsv } from '#src/ui/lib/csv.ts'
import { saveFile } from '#src/ui/lib/saveFile.ts'
import { showToast } from '#src/ui/lib/toast.ts'
import { useAction } from '#src/ui/composables/useAction.ts'

import { useAllPages } from '../export/useAllPages.ts'
import { type Activity, type ActivityFilter, listActivity } from './activityApi.ts'
import { type ChangeLine, useChangeLabels } from './useChangeLabels.ts'

/** Exports the activity as a CSV file, which the browser creates. */
export function useActivityExport() {
  const { t, n } = useI18n()
  const { changeLines } = useChangeLabels()
  const { read, ...progress } = useAllPages()

  const { run, busy, error } = useAction(async (filter: ActivityFilter): Promise<void> => {
    const rows = await read((paging) => listActivity({ ...filter, ...paging }), rowOf)
    if (!rows) return
    saveFile(fileName(), formatCsv([header(), ...rows]), 'text/csv')
    showToast(t('activity.export.done', { count: n(rows.length) }, rows.length))
  })

  function header(): string[] {
    return [
      t('activity.columns.when'),
      t('activity.columns.who'),
      t('activity.columns.what'),
      t('activity.columns.token'),
      t('activity.fields.key_ending'),
      t('activity.columns.change'),
    ]
  }

  function rowOf(entry: Activity): string[] {
    const { at, by, action, token } = entry
    const change = changeLines(entry).map(textOf).join('; ')
    const ending = `…${token.keyEnding}`
    return [at, by.name, t(`activity.actions.${action}`), token.name, ending, change]
  }

  return { run, busy, error, ...progress }
}

function textOf({ label, before, after }: ChangeLine): string {
  return `${label}: ${[before, after].filter((state) => state !== undefined).join(' → ')}`
}

function fileName(): string {
  return `api-token-activity-${now.value.toISOString().slice(0, 10)}.csv`
}
