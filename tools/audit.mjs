/**
 * Fails where a package that ends up in the product has a known serious vulnerability. Where the registry cannot be asked, as
 * in a closed network, it says so and passes: that is no finding.
 */
import { spawnSync } from 'node:child_process'

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
  timeout: 60_000,
})

const counts = countsIn(stdout)
if (!counts) {
  console.log('The registry could not be asked about vulnerabilities: skipped.')
} else {
  const serious = counts.high + counts.critical
  console.log(`${serious} serious vulnerabilities known in what the product ships.`)
  if (serious > 0) console.error('See which, and what to do: npm audit --omit=dev')
  process.exitCode = serious > 0 ? 1 : 0
}

function countsIn(output) {
  try {
    return JSON.parse(output).metadata?.vulnerabilities
  } catch {
    return undefined
  }
}
