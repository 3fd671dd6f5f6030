import path from 'node:path'

import { freePort } from '../../run/freePort.ts'
import { startDroppingProxy } from '../droppingProxy.ts'
import { between, type Scenario } from '../scenario.ts'
import { startHost } from '../startHost.ts'
import { createWorkload } from '../workload.ts'

/** Drops half of the connections between the clients and a host. */
export const connections: Scenario = {
  help: 'drops half of the connections at random moments, also between request and answer',
  rounds: 30,
  async run(chaos) {
    const port = Number(await freePort())
    const options = ['--data', path.join(chaos.folder, 'data')]
    const host = await startHost(chaos, { port, options })
    const proxy = await startDroppingProxy(port, chaos.random)
    chaos.atEnd(proxy.close)
    const work = createWorkload(chaos, { port, clientPort: proxy.port })
    for (let round = 1; round <= chaos.rounds; round += 1) {
      await work.run(between(chaos.random, 50, 100))
      const { dropped, all } = proxy.counts()
      chaos.report(round, `${dropped} of ${all} connections dropped`)
    }
    proxy.close()
    await host.stop()
    return work.findings()
  },
}
