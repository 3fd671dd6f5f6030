import path from 'node:path'

import { checkContent } from '#src/mock/storage/sqlite/checkContent.ts'

import { freePort } from '../../run/freePort.ts'
import { between, type Scenario } from '../scenario.ts'
import { startHost } from '../startHost.ts'
import { createWorkload } from '../workload.ts'

/** Kills a host on SQLite while it writes. */
export const sqlite: Scenario = {
  help: 'kills a host on SQLite while it writes',
  rounds: 30,
  async run(chaos) {
    const port = Number(await freePort())
    const file = path.join(chaos.folder, 'data')
    const start = () => startHost(chaos, { port, options: ['--data', file] })
    const work = createWorkload(chaos, { port })

    let host = await start()
    for (let round = 1; round <= chaos.rounds; round += 1) {
      const changes = between(chaos.random, 20, 150)
      work.start()
      await work.progress(changes)
      await host.kill()
      await work.stop()
      checkContent(file)
      host = await start()
      await work.check()
      chaos.report(round, `killed after ${changes} changes`)
    }
    // Repeats what the last kill has interrupted.
    await work.run(20)
    await host.stop()
    checkContent(file)
    return work.findings()
  },
}
