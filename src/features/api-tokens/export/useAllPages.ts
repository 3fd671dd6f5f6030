import { ref } from 'vue'

import { queryLimits } from '#src/api/generated/values.ts'

const pageSize = queryLimits.listTokens.pageSize

interface Page<Item> {
  items: readonly Item[]
  total: number
}

/** Reads all pages of a list into the rows of a file. It reports its progress and can be stopped. */
export function useAllPages() {
  const finished = ref(0)
  const total = ref(0)
  let stopping = Promise.withResolvers<undefined>()

  /**
   * @param ids the items to include; all of them if it is undefined.
   * @returns undefined if it was stopped.
   */
  async function read<Item extends { id: string | number }>(
    listPage: (paging: { page: number; pageSize: number }) => Promise<Page<Item>>,
    rowOf: (item: Item) => string[],
    ids?: ReadonlySet<string | number>,
  ): Promise<string[][] | undefined> {
    const stopped = (stopping = Promise.withResolvers<undefined>()).promise
    finished.value = 0
    total.value = ids?.size ?? 0
    // A change during the export shifts the pages, so that some items come twice.
    const rows = new Map<string | number, string[]>()
    for (let page = 1; ; page += 1) {
      // After a stop, don't wait for the pending response.
      const list = await Promise.race([stopped, listPage({ page, pageSize })])
      if (!list) return undefined
      for (const item of list.items) {
        if (!ids || ids.has(item.id)) rows.set(item.id, rowOf(item))
      }
      finished.value = rows.size
      if (!ids) total.value = list.total
      if (list.items.length < pageSize || rows.size === ids?.size) return [...rows.values()]
    }
  }

  return { read, finished, total, stop: () => stopping.resolve(undefined) }
}
