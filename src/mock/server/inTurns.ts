import { limits } from '#src/api/generated/values.ts'

/** How many items of a list are handled in one turn. Responses are checked fastest in lists that are within this limit. */
export const itemsPerTurn = limits.listItems

/**
 * Yields the items of a list in parts. Before each part of a long list, other requests are handled, so that none waits for the
 * whole list. The transaction must have ended: others would wait for it. An empty list is one part.
 */
export async function* inTurns<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  for (let start = 0; start === 0 || start < items.length; start += itemsPerTurn) {
    if (items.length > itemsPerTurn) await nextTurn()
    yield items.slice(start, start + itemsPerTurn)
  }
}

/** Not a timer: browsers slow those down in a hidden tab, and tests may stop them. */
function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
