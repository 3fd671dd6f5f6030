/**
 * Ends the processes of a test run when the run itself has ended, in whatever way: when its standard input closes, which happens
 * also where the run was killed. Takes the run's id as its argument, and on standard input the process ids of the steps:
 * "+123" when one has started, "-123" when it has ended.
 */
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

import { interrupt, kill, processesOf } from './run/processes.ts'

/** How long the runners may take to end what they have started, in milliseconds. */
const patience = 5_000

const [id = ''] = process.argv.slice(2)
const steps = new Set<number>()
for await (const line of createInterface({ input: process.stdin })) {
  const pid = Number(line.slice(1))
  if (line.startsWith('+')) steps.add(pid)
  else steps.delete(pid)
}

interrupt(steps)
const deadline = Date.now() + patience
while (Date.now() < deadline && processesOf({ id, steps }).some((pid) => steps.has(pid))) {
  await wait(50)
}
// What a runner has left behind, or what has no runner any more.
kill(processesOf({ id, steps }))
