import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { expect, it } from 'vitest'

import { eventually } from '../../support/eventually.ts'

/** Runs a step that starts a process which ignores signals, in its own group, as a browser's launcher may. */
const program = `
import { spawn } from 'node:child_process'
import { startWatchedRun } from './tools/run/watchedRun.ts'

const watched = startWatchedRun()
const stubborn = "process.on('SIGINT', () => {}); setInterval(() => {}, 1000)"
const step = spawn(process.execPath, ['-e', \`
  const { spawn } = require('node:child_process')
  const server = spawn(process.execPath, ['-e', \${JSON.stringify(stubborn)}], { detached: true, stdio: 'ignore' })
  console.log(server.pid)
  setInterval(() => {}, 1000)
\`], { detached: true, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...watched.env } })
watched.started(step.pid)
step.stdout.once('data', (pid) => console.log(JSON.stringify([step.pid, Number(pid)])))
`

/** Whether a process exists. */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

it.runIf(process.platform === 'linux')(
  'a killed run leaves no process behind, not even one that has left its group',
  async () => {
    const run = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [output] = (await once(run.stdout, 'data')) as [Buffer]
    const pids = JSON.parse(output.toString()) as number[]
    expect(pids.map(isThere)).toEqual([true, true])

    run.kill('SIGKILL')
    await eventually(() => expect(pids.map(isThere)).toEqual([false, false]))
  },
)
