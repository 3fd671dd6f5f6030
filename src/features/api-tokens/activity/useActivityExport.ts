import { useI18n } from 'vue-i18n'

import { businessDay } from '#src/shared/businessDay.ts'
import { formatCsv } from '#src/ui/lib/csv.ts'
import { saveFile } from '#src/ui/lib/saveFile.ts'
import { showToast } from '#src/ui/lib/toast.ts'
import { useAction } from '#src/ui/composables/useAction.ts'
import { businessNow } from '#src/ui/lib/businessTime.ts'

import { useExportProgress } from '../export/useExportProgress.ts'
import type { Activity, ActivityFilter } from './activityApi.ts'
import { readActivity } from './readActivity.ts'
import { type ChangeLine, useChangeLabels } from './useChangeLabels.ts'

/** Exports the activity as a CSV file, which the browser creates. */
export function useActivityExport() {
  const { t, n } = useI18n()
  const { authorOf, changeLines } = useChangeLabels({ withZone: true })
  const { collect, ...progress } = useExportProgress()

  const { run, busy, error } = useAction(async (filter: ActivityFilter): Promise<void> => {
    const entries = await collect(readActivity(filter))
    if (!entries) return
    const rows = entries.map(rowOf)
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
    const { at, action, token, user } = entry
    const change = changeLines(entry).map(textOf).join('; ')
    const name = token?.name ?? user?.name ?? ''
    const ending = token ? `…${token.keyEnding}` : ''
    return [at, authorOf(entry), t(`activity.actions.${action}`), name, ending, change]
  }

  return { run, busy, error, ...progress }
}

function textOf({ label, before, after }: ChangeLine): string {
  return `${label}: ${[before, after].filter((state) => state !== undefined).join(' → ')}`
}

function fileName(): string {
  const { now, timeZone } = businessNow.value
  return `api-token-activity-${businessDay(now, timeZone)}.csv`
}
