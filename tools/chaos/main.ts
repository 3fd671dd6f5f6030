/** `npm run chaos`: runs scenarios, and prints what they have found. Exits with code 1 if something is wrong. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { readArguments } from './readArguments.ts'
import { runScenario } from './runScenario.ts'
import type { Scenario } from './scenario.ts'
import { scenarios } from './scenarios.ts'
import { isSound, type Result, resultTable } from './table.ts'

/** So many differences are printed; more of them say nothing new. */
const mostPrinted = 20

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => process.exit(1))
}
const { names, rounds, seed } = readArguments(process.argv.slice(2), scenarios)
console.log(`Seed: ${seed} (--seed ${seed} repeats this run)`)
const folder = mkdtempSync(path.join(tmpdir(), 'edesk-compiled-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const results: Result[] = []
const byName: Readonly<Record<string, Scenario>> = scenarios
for (const name of names) {
  const scenario = byName[name]
  if (!scenario) continue
  const reason = scenario.unavailable?.()
  console.log(`\n${name}: ${scenario.help}`)
  if (reason !== undefined) {
    console.log(`  left out: ${reason}`)
    continue
  }
  const startedAt = performance.now()
  const total = rounds ?? scenario.rounds
  const findings = await runScenario(scenario, {
    rounds: total,
    seed: `${seed} ${name}`,
    compileCache: path.join(folder, 'compiled'),
    report: (round, text) => console.log(`  ${round}/${total}: ${text}`),
  })
  results.push({ name, rounds: total, seconds: (performance.now() - startedAt) / 1_000, findings })
  for (const kind of ['lost', 'doubled', 'faults'] as const) {
    for (const text of findings[kind].slice(0, mostPrinted)) console.log(`  ✗ ${kind}: ${text}`)
  }
}
console.log(`\n${resultTable(results)}`)
process.exit(results.every(({ findings }) => isSound(findings)) ? 0 : 1)
