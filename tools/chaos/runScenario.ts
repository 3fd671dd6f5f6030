import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { fastRandom } from '#src/mock/scenarios/fastRandom.ts'

import type { Chaos, Findings, Scenario } from './scenario.ts'

interface RunOptions {
  rounds: number
  /** The seed of the random numbers. */
  seed: string
  /** Where hosts keep their compiled code; by default in the temporary folder. */
  compileCache?: string
  report?: Chaos['report']
}

const noFindings: Findings = {
  acknowledged: 0,
  refusedInWords: 0,
  lost: [],
  doubled: [],
  faults: [],
}

/** Runs a scenario in a temporary folder. An error ends it, and counts as a fault. */
export async function runScenario(
  scenario: Scenario,
  { rounds, seed, compileCache, report = () => undefined }: RunOptions,
): Promise<Findings> {
  const folder = mkdtempSync(path.join(tmpdir(), 'edesk-chaos-'))
  const cleanUps = [() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })]
  const cleanUp = () => {
    for (const run of cleanUps.splice(0).reverse()) run()
  }
  process.on('exit', cleanUp)
  const random = fastRandom(seed)
  let readFindings = (): Findings => noFindings
  try {
    return await scenario.run({
      folder,
      compileCache: compileCache ?? path.join(folder, 'compiled'),
      rounds,
      random,
      report,
      faults: [],
      keepFindings: (read) => void (readFindings = read),
      atEnd: (run) => void cleanUps.push(run),
    })
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const findings = readFindings()
    return { ...findings, faults: [...findings.faults, fault] }
  } finally {
    cleanUp()
    process.off('exit', cleanUp)
  }
}
