/**
 * Ends all processes of a test run after the run itself has ended. It detects the end when its standard input closes, which also
 * happens when the run is killed. Takes the run's id as its argument, and reads the process ids of the steps from standard
 * input: "+123" when a step has started, "-123" when it has ended.
 */
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

import { interrupt, kill, processesOf } from './processes.ts'

/** How long test runners may take to end their child processes, in milliseconds. */
const timeoutMs = 5_000

const [id = ''] = process.argv.slice(2)
const steps = new Set<number>()
for await (const line of createInterface({ input: process.stdin })) {
  const pid = Number(line.slice(1))
  if (line.startsWith('+')) steps.add(pid)
  else steps.delete(pid)
}

interrupt(steps)
const deadline = Date.now() + timeoutMs
while (Date.now() < deadline && processesOf({ id, steps }).some((pid) => steps.has(pid))) {
  await wait(50)
}
// Kill what the runners left behind.
kill(processesOf({ id, steps }))
