/**
 * `npm test`: everything that is checked about this project, one step after the other; a failed step does not keep the others
 * from running. Ends with a line `N passed, N failed`, in which each test counts as one, and each step without tests of its own.
 */
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { install, run, say } from './setup.mjs'

await install()
const { findBrowser } = await import('./browser.mjs')
const browser = await findBrowser()
console.log(`  Chromium: ${browser}`)
const { findNginx } = await import('./nginx.mjs')
const nginx = await findNginx()
console.log(`  nginx: ${nginx ?? 'not to be had here, so its settings are not tested'}`)

const reports = mkdtempSync(path.join(tmpdir(), 'edesk-tests-'))
const seenAnswers = { CONTRACT_COVERAGE: path.join(reports, 'contract') }
mkdirSync(seenAnswers.CONTRACT_COVERAGE)
const rows = []

await step('Formatting', 'prettier', ['--check', '--log-level', 'warn', '.'])
await step('Generated files', 'node', ['tools/generate.ts', '--check'])
await step('Lint', 'eslint', ['.', '--max-warnings', '0'])
await step('Unused code', 'knip', ['--no-progress'])
await step('Types', 'vue-tsc', ['--noEmit'])
await step('Known vulnerabilities', 'node', ['tools/audit.mjs'])
await tests(
  'Unit and component tests',
  vitestCounts,
  'vitest',
  [
    'run',
    '--coverage',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path.join(reports, 'vitest.json')}`,
  ],
  seenAnswers,
)
await step('Build for a real backend', 'vite', ['build', '--mode', 'real', '--logLevel', 'warn'])
await step('Build of the demo', 'vite', ['build', '--mode', 'demo', '--logLevel', 'warn'])
await step('No mock in the real build', 'node', ['tools/checkRealBuild.ts'])
await step('Build of the kit', 'node', ['tools/buildKit.ts'])
await step('The kit, installed', 'node', ['tools/checkKit.ts'], { CHROMIUM_PATH: browser })
await tests('End-to-end tests', playwrightCounts, 'playwright', ['test'], {
  CHROMIUM_PATH: browser,
  ...(nginx ? { NGINX_PATH: nginx } : {}),
  PLAYWRIGHT_PORT: await freePort(),
  PLAYWRIGHT_HOST_PORT: await freePort(),
  PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(reports, 'playwright.json'),
  ...seenAnswers,
})
await step('Contract coverage', 'node', ['tools/contractCoverage.ts'], seenAnswers)

console.log('\nResults')
for (const { name, passed, failed, seconds } of rows) {
  const counts = `${passed} passed, ${failed} failed`
  console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(28)} ${counts.padEnd(24)} ${seconds} s`)
}
const passed = sum('passed')
const failed = sum('failed')
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)

async function step(name, command, args, env) {
  const { code, seconds } = await timed(name, command, args, env)
  rows.push({ name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, seconds })
}

async function tests(name, countsOf, command, args, env) {
  const { code, seconds } = await timed(name, command, args, env)
  const counts = countsOf()
  // A runner that failed without a failed test, or that ran none, has not shown anything.
  const broken = counts.passed + counts.failed === 0 || (code !== 0 && counts.failed === 0)
  rows.push({ name, passed: counts.passed, failed: counts.failed + (broken ? 1 : 0), seconds })
}

async function timed(name, command, args, env) {
  say(name)
  const start = Date.now()
  const code = await run(command, args, env)
  return { code, seconds: Math.round((Date.now() - start) / 1000) }
}

function vitestCounts() {
  const { numPassedTests = 0, numFailedTests = 0 } = read('vitest.json')
  return { passed: numPassedTests, failed: numFailedTests }
}

function playwrightCounts() {
  const { expected = 0, unexpected = 0, flaky = 0 } = read('playwright.json').stats ?? {}
  return { passed: expected, failed: unexpected + flaky }
}

function read(name) {
  const file = path.join(reports, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

function sum(column) {
  return rows.reduce((total, row) => total + row[column], 0)
}

/** A port that nothing uses: what else runs on this machine must not make a test fail. */
async function freePort() {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return String(port)
}
