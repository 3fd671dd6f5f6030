import { useI18n } from 'vue-i18n'

import '#src/locales/activity.ts'
import { now } from '#src/ui/clock.ts'
import { csvOf } from '#src/ui/csv.ts'
import { saveFile } from '#src/ui/saveFile.ts'
import { showStatus } from '#src/ui/statusMessage.ts'
import { useAction } from '#src/ui/useAction.ts'

import { useRowsOfPages } from '../useRowsOfPages.ts'
import { type Activity, type ActivityFilter, listActivity } from './activityApi.ts'
import { type ChangeLine, useChangeWords } from './useChangeWords.ts'

/** Exports the activity as a CSV file, which the browser creates. */
export function useActivityExport() {
  const { t, n } = useI18n()
  const { linesOf } = useChangeWords()
  const { read, ...progress } = useRowsOfPages()

  const { run, busy, error } = useAction(async (filter: ActivityFilter): Promise<void> => {
    const rows = await read((paging) => listActivity({ ...filter, ...paging }), rowOf)
    if (!rows) return
    saveFile(fileName(), csvOf([header(), ...rows]), 'text/csv')
    showStatus(t('activity.export.done', { count: n(rows.length) }, rows.length))
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
    const change = linesOf(entry).map(textOf).join('; ')
    return [at, by.name, t(`activity.actions.${action}`), token.name, token.keyEnding, change]
  }

  return { run, busy, error, ...progress }
}

function textOf({ label, before, after }: ChangeLine): string {
  return `${label}: ${[before, after].filter((state) => state !== undefined).join(' → ')}`
}

function fileName(): string {
  return `api-token-activity-${now.value.toISOString().slice(0, 10)}.csv`
}
