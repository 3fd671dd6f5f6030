import { ref } from 'vue'
import { useI18n } from 'vue-i18n'

import { now } from '#src/ui/clock.ts'
import { csvOf } from '#src/ui/csv.ts'
import { saveFile } from '#src/ui/saveFile.ts'
import { showStatus } from '#src/ui/statusMessage.ts'
import { useAction } from '#src/ui/useAction.ts'

import { type Activity, type ActivityFilter, listActivity } from './activityApi.ts'
import { type ChangeLine, useChangeWords } from './useChangeWords.ts'

const pageSize = 100

/** Makes a file of the activity in the browser, page by page. */
export function useActivityExport() {
  const { t, n } = useI18n()
  const { linesOf } = useChangeWords()
  const finished = ref(0)
  const total = ref(0)
  let stopping = new AbortController()

  const { run, busy, error } = useAction(async (filter: ActivityFilter): Promise<void> => {
    const { signal } = (stopping = new AbortController())
    finished.value = 0
    total.value = 0
    // What is done meanwhile moves the older entries on, so that some come twice.
    const rows = new Map<number, string[]>()
    for (let page = 1; !signal.aborted; page += 1) {
      const list = await listActivity({ ...filter, page, pageSize }).catch((thrown: unknown) => {
        // Whoever has stopped it waits for nothing any more.
        if (signal.aborted) return undefined
        throw thrown
      })
      if (!list) return
      for (const entry of list.items) rows.set(entry.id, rowOf(entry))
      finished.value = rows.size
      total.value = list.total
      if (list.items.length < pageSize) break
    }
    if (signal.aborted) return
    saveFile(fileName(), csvOf([header(), ...rows.values()]), 'text/csv')
    showStatus(t('activity.export.done', { count: n(rows.size) }, rows.size))
  })

  function header(): string[] {
    const { when, who, what, token, change } = {
      when: t('activity.columns.when'),
      who: t('activity.columns.who'),
      what: t('activity.columns.what'),
      token: t('activity.columns.token'),
      change: t('activity.columns.change'),
    }
    return [when, who, what, token, t('activity.fields.key_ending'), change]
  }

  function rowOf(entry: Activity): string[] {
    const { at, by, action, token } = entry
    const change = linesOf(entry).map(textOf).join('; ')
    return [at, by.name, t(`activity.actions.${action}`), token.name, token.keyEnding, change]
  }

  return { run, busy, error, finished, total, stop: () => stopping.abort() }
}

function textOf({ label, before, after }: ChangeLine): string {
  return `${label}: ${[before, after].filter((state) => state !== undefined).join(' → ')}`
}

function fileName(): string {
  return `api-token-activity-${now.value.toISOString().slice(0, 10)}.csv`
}
