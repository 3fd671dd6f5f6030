import { timeFactor } from '../../support/timeFactor.ts'

/** How much CPU time a request with a body of 300 KB may take, in milliseconds of an idle machine with two cores. */
export const budgetMs = 20 * timeFactor

/** A body of 370 KB. */
const body = JSON.stringify(
  Array.from({ length: 9_000 }, (_, id) => ({ id, lists: [[[[0]]]], text: 'x' })),
)

/** Two kinds of work that a request consists of, and their CPU time on an idle machine, in milliseconds. */
const references: readonly [work: () => unknown, idleMs: number][] = [
  [() => JSON.stringify(JSON.parse(body)), 6],
  [countLetters, 3],
]

/** Looks at each character a few times. A busy machine slows this down in another way than JSON. */
function countLetters(): number {
  let count = 0
  for (let round = 0; round < 6; round += 1) {
    for (let index = 0; index < body.length; index += 1) {
      if (body.charCodeAt(index) > 0x60) count += 1
    }
  }
  return count
}

/**
 * Returns the CPU time of a request in milliseconds: the shortest of a few, because other processes use the caches too. Stops as
 * soon as one is within the budget. The same work takes more CPU time on a busy machine. So references are measured after each
 * time over the budget, and the result is what an idle machine would need.
 */
export async function cpuTime(send: () => Promise<unknown>, budget = budgetMs): Promise<number> {
  let shortest = Infinity
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const time = await measure(send)
    // A time within the budget needs no references: they only ever make it shorter.
    shortest = Math.min(shortest, time <= budget ? time : time / (await slowdown()))
    if (shortest <= budget) break
  }
  return shortest
}

/** Returns how many times as long the references take as on an idle machine: at least 1. */
async function slowdown(): Promise<number> {
  let factor = 1
  for (const [work, idleMs] of references) {
    factor = Math.max(factor, (await measure(() => Promise.resolve(work()))) / idleMs)
  }
  return factor
}

async function measure(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
