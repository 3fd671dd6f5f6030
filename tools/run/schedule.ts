import type { Result, Step } from './step.ts'

/**
 * Runs steps in parallel. A step starts, in the given order, once its dependencies have ended and enough cores are free.
 *
 * @param steps all steps.
 * @param cores the number of cores.
 * @param run runs one step. It must not reject.
 * @returns the results, in the order of the steps.
 * @throws Error if steps wait for each other or for an unknown step.
 */
export async function schedule(
  steps: readonly Step[],
  cores: number,
  run: (step: Step) => Promise<Result>,
): Promise<Result[]> {
  const results = new Map<string, Result>()
  const running = new Map<string, { cores: number; end: Promise<void> }>()
  const waiting = new Set(steps)

  while (waiting.size > 0) {
    for (const step of waiting) {
      const notRun = reasonNotToRun(step, results)
      if (notRun) {
        waiting.delete(step)
        results.set(step.name, notRun)
      } else if (isReady(step, results) && coresFor(step) <= freeCores()) {
        waiting.delete(step)
        running.set(step.name, { cores: coresFor(step), end: runToEnd(step) })
      }
    }
    if (running.size > 0) await Promise.race([...running.values()].map(({ end }) => end))
    else if (waiting.size > 0 && ![...waiting].some((step) => canStart(step, results))) {
      refuseTable(waiting)
    }
  }
  await Promise.all([...running.values()].map(({ end }) => end))
  return steps.flatMap(({ name }) => results.get(name) ?? [])

  async function runToEnd(step: Step): Promise<void> {
    results.set(step.name, await run(step))
    running.delete(step.name)
  }

  function coresFor(step: Step): number {
    return Math.min(step.cores ?? 1, cores)
  }

  function freeCores(): number {
    return [...running.values()].reduce((free, { cores }) => free - cores, cores)
  }
}

function isReady(step: Step, results: ReadonlyMap<string, Result>): boolean {
  return [...(step.needs ?? []), ...(step.after ?? [])].every((name) => results.has(name))
}

function canStart(step: Step, results: ReadonlyMap<string, Result>): boolean {
  return isReady(step, results) || reasonNotToRun(step, results) !== undefined
}

function reasonNotToRun(step: Step, results: ReadonlyMap<string, Result>): Result | undefined {
  const notRun = { name: step.name, seconds: 0, tests: [] }
  if (step.unavailable) {
    const { reason, needed } = step.unavailable
    return { ...notRun, outcome: needed ? 'failed' : 'skipped', reason }
  }
  const broken = step.needs?.find((name) => results.get(name)?.outcome === 'failed')
  if (broken === undefined) return undefined
  return { ...notRun, outcome: 'failed', reason: `not run, because it needs "${broken}"` }
}

function refuseTable(waiting: ReadonlySet<Step>): never {
  const names = [...waiting].map(({ name }) => name).join(', ')
  throw new Error(
    `These steps wait for each other, or for a step that is not in the table: ${names}`,
  )
}
