import { timeFactor } from '../../support/timeFactor.ts'

/** How much CPU time a request with a body of 300 KB may take, in milliseconds of an idle machine with two cores. */
export const budgetMs = 20 * timeFactor

/** A body of 370 KB, and the CPU time to parse it and write it again on an idle machine, in milliseconds. */
const reference = JSON.stringify(
  Array.from({ length: 9_000 }, (_, id) => ({ id, lists: [[[[0]]]], text: 'x' })),
)
const referenceMs = 6

/**
 * Returns the CPU time of a request in milliseconds: the shortest of a few, because other processes use the caches too. Stops as
 * soon as one is within the budget. On a busy machine the same work takes more CPU time, so a reference is measured each time,
 * and the result is what an idle machine would need.
 */
export async function cpuTime(send: () => Promise<unknown>, budget = budgetMs): Promise<number> {
  let shortest = Infinity
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const time = await measure(send)
    const ofReference = await measure(() => Promise.resolve(JSON.stringify(JSON.parse(reference))))
    shortest = Math.min(shortest, time / Math.max(1, ofReference / referenceMs))
    if (shortest <= budget) break
  }
  return shortest
}

async function measure(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
