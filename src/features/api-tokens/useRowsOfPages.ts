import { ref } from 'vue'

const pageSize = 100

interface Page<Item> {
  items: readonly Item[]
  total: number
}

/** Reads a list page by page into the rows of a file; tells how far it has come, and can be stopped. */
export function useRowsOfPages() {
  const finished = ref(0)
  const total = ref(0)
  let stopping = Promise.withResolvers<undefined>()

  /**
   * @param wanted the ids of those that are wanted, where it is not all.
   * @returns undefined where it was stopped.
   */
  async function read<Item extends { id: string | number }>(
    listPage: (stretch: { page: number; pageSize: number }) => Promise<Page<Item>>,
    rowOf: (item: Item) => string[],
    wanted?: ReadonlySet<string | number>,
  ): Promise<string[][] | undefined> {
    const stopped = (stopping = Promise.withResolvers<undefined>()).promise
    finished.value = 0
    total.value = wanted?.size ?? 0
    // What is done meanwhile moves the others on, so that some come twice.
    const rows = new Map<string | number, string[]>()
    for (let page = 1; ; page += 1) {
      // Whoever has stopped it waits for no answer any more, good or bad.
      const list = await Promise.race([stopped, listPage({ page, pageSize })])
      if (!list) return undefined
      for (const item of list.items) {
        if (!wanted || wanted.has(item.id)) rows.set(item.id, rowOf(item))
      }
      finished.value = rows.size
      if (!wanted) total.value = list.total
      if (list.items.length < pageSize || rows.size === wanted?.size) return [...rows.values()]
    }
  }

  return { read, finished, total, stop: () => stopping.resolve(undefined) }
}
