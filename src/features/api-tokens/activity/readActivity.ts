import { queryLimits } from '#src/api/generated/values.ts'

import type { CollectedCount } from '../export/useExportProgress.ts'
import { type Activity, type ActivityFilter, listActivity } from './activityApi.ts'

const pageSize = queryLimits.listActivity.pageSize

/**
 * Reads all entries that match a filter, the newest first. It continues after the last entry that it has read, so that entries
 * that are added meanwhile shift nothing. @throws ApiError
 */
export async function* readActivity(
  filter: ActivityFilter,
): AsyncGenerator<CollectedCount, Activity[]> {
  const entries: Activity[] = []
  for (;;) {
    const last = entries.at(-1)
    const { items, total } = await listActivity({
      ...filter,
      pageSize,
      ...(last ? { before: last.id } : {}),
    })
    entries.push(...items)
    if (items.length < pageSize) return entries
    yield { finished: entries.length, total }
  }
}
