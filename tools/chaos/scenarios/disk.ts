import { mkdirSync } from 'node:fs'
import path from 'node:path'

import { freePort } from '../../run/freePort.ts'
import type { StartedServer } from '../../run/startProcess.ts'
import { between, type Scenario } from '../scenario.ts'
import { hasSmallFileSystems, mountSmallFileSystem } from '../smallFileSystem.ts'
import { startHost } from '../startHost.ts'
import { createWorkload } from '../workload.ts'

/** The data file stays below 16 MB, so that it is checked completely before a host starts. */
const megabytes = 24
/** How many requests a full disk refuses before there is room again. */
const refusals = 20
/** In one of so many rounds, the host is killed while the disk is full. */
const roundsPerKill = 3

/** Fills the disk of a host on SQLite while it writes. */
export const disk: Scenario = {
  help: 'fills the disk while a host writes, and makes room again',
  rounds: 30,
  unavailable: () =>
    hasSmallFileSystems() ? undefined : 'it needs Linux, and the permission to create namespaces',
  async run(chaos) {
    const folder = path.join(chaos.folder, 'disk')
    mkdirSync(folder)
    const small = await mountSmallFileSystem(chaos, folder, megabytes)
    const port = Number(await freePort())
    const options = ['--data', path.join(folder, 'data')]
    const start = () => startHost(chaos, { port, options, wrapper: small.wrapper })
    const work = createWorkload(chaos, { port })
    let refusedStarts = 0

    /** Starts the host on a full disk. Returns undefined if it refuses to start, in words. */
    async function startWhenFull(): Promise<StartedServer | undefined> {
      try {
        return await start()
      } catch (error) {
        if (!String(error).includes('There is no room left')) throw error
        refusedStarts += 1
        return undefined
      }
    }

    let host = await start()
    for (let round = 1; round <= chaos.rounds; round += 1) {
      const isKilled = round % roundsPerKill === 1
      work.start()
      await work.progress(between(chaos.random, 20, 100))
      small.fill()
      await work.refusals(refusals)
      let whenFull: StartedServer | undefined
      if (isKilled) {
        await host.kill()
        whenFull = await startWhenFull()
      }
      small.makeRoom()
      if (isKilled) host = whenFull ?? (await start())
      await work.progress(refusals)
      await work.stop()
      await work.check()
      chaos.report(round, isKilled ? 'full, killed, and freed' : 'full, and freed')
    }
    await host.stop()
    const findings = work.findings()
    return { ...findings, refusedInWords: findings.refusedInWords + refusedStarts }
  },
}
