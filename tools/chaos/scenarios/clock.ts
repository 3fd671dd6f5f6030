import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { sessionLifetimeMs } from '#src/mock/server/session.ts'
import { msPerDay, msPerHour } from '#src/shared/time.ts'

import { freePort } from '../../run/freePort.ts'
import { createSend } from '../api.ts'
import { probeClock } from '../clockProbe.ts'
import { createHostClock } from '../hostClock.ts'
import { between, type Scenario } from '../scenario.ts'
import { startHost } from '../startHost.ts'
import { createWorkload } from '../workload.ts'

const preload = fileURLToPath(new URL('../shiftedClock.ts', import.meta.url))
/** How far from the machine's time the clock jumps: by hours in one half of the rounds, by days in the other. */
const farthest = [10 * msPerHour, 10 * msPerDay] as const
/** A session stays if the clock moves less than it lasts. */
const farthestWithinSession = 8 * msPerHour

/** Moves the clock of a host while it writes and cleans up. */
export const clock: Scenario = {
  help: 'moves the clock back and forth by hours and days, while a host writes and cleans up',
  rounds: 30,
  async run(chaos) {
    const { random } = chaos
    const file = path.join(chaos.folder, 'clock')
    const hostClock = createHostClock(file)
    const port = Number(await freePort())
    const host = await startHost(chaos, {
      port,
      options: ['--data', path.join(chaos.folder, 'data')],
      nodeFlags: ['--import', preload],
      env: { EDESK_CHAOS_CLOCK: file },
    })
    const work = createWorkload(chaos, {
      port,
      watchSession() {
        const end = hostClock.now() + sessionLifetimeMs
        const latest = hostClock.watch()
        return () => latest() >= end
      },
    })
    const send = createSend(port, work.counts)
    const jump = (farthestMs: number) => Math.round((random() * 2 - 1) * farthestMs)

    for (let round = 1; round <= chaos.rounds; round += 1) {
      const shift = jump(farthest[round % 2] ?? 0)
      work.start()
      await work.progress(between(random, 10, 60))
      hostClock.setShift(shift)
      await work.progress(between(random, 10, 60))
      const name = `probe-${round}`
      const probe = { send, counts: work.counts, clock: hostClock, name }
      await probeClock(probe, shift, jump(farthestWithinSession))
      await work.stop()
      await work.check()
      chaos.report(round, `the clock differs by ${(shift / msPerHour).toFixed(1)} hours`)
    }
    await host.stop()
    return work.findings()
  },
}
