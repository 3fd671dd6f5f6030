import { availableParallelism } from 'node:os'

import { runStep } from './runStep.ts'
import { schedule } from './schedule.ts'
import { createScreen } from './screen.ts'
import type { Step } from './step.ts'
import { onStop } from './stopSignals.ts'
import { countTests, summaryOf } from './summary.ts'
import { startWatchedRun } from './watchedRun.ts'

/**
 * Runs all steps, prints the summary, and sets the exit code: 0 if nothing failed.
 */
export async function runAll(steps: readonly Step[]): Promise<void> {
  const start = performance.now()
  const watched = startWatchedRun()
  const screen = createScreen((text) => process.stdout.write(text))
  let stopping = false
  onStop((exitCode) => {
    stopping = true
    void watched.end().then(() => process.exit(exitCode))
  })
  const results = await schedule(steps, availableParallelism(), (step) =>
    // When the run stops, ending steps free cores. The next step must not start on them.
    stopping ? new Promise(() => undefined) : runStep(step, { screen, watched }),
  )
  await watched.end()
  console.log(`\n${summaryOf(results, (performance.now() - start) / 1000)}`)
  process.exitCode = results.some((result) => countTests(result).failed > 0) ? 1 : 0
}
