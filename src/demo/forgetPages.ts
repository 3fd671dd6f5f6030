import type { QueryCache } from '@pinia/colada'

/** Forgets the data of all pages that are not shown: after a change of the demo they are those of another world. */
export function forgetPages(queries: QueryCache): void {
  for (const entry of queries.getEntries({ active: false })) queries.remove(entry)
}
