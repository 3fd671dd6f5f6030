import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'

import { browserForPlaywright } from '../../tools/programs/chromium.mjs'
import { freePort } from '../../tools/run/freePort.ts'
import { timeFactor } from '../support/timeFactor.ts'
import { readGuidePage } from './guidePage.ts'
import { startRegistry } from './localRegistry.ts'
import { playwrightSample } from './samples.ts'
import { createProject, type UserProject } from './userProject.ts'

const guide = readFileSync('docs/playwright-kit.md', 'utf8')
const { commands, files } = readGuidePage(guide, 'In five minutes')
const { files: filesForTwoBackends } = readGuidePage(guide, 'Where the backend runs')
const workflow = parse(files['.github/workflows/test.yml'] ?? '') as {
  jobs: { test: { steps: { run?: string }[] } }
}
const ciCommands = workflow.jobs.test.steps.flatMap(({ run }) => run ?? [])

it(
  'the page “In five minutes” leads from an empty folder to a green test, as its workflow does in CI, and then to two backends',
  { timeout: 120_000 * timeFactor },
  async () => {
    expect([commands.at(-1), ciCommands.at(-1)]).toEqual(Array(2).fill('npx playwright test'))
    const { url, installed } = await startRegistry()
    const project = createProject({
      npm_config_registry: url,
      PLAYWRIGHT_BROWSERS_PATH: await machineBrowsers(),
    })
    const output = await runAll(project, commands.slice(0, -1))
    expect(output).not.toMatch(/warn|EBADENGINE/i)
    expect([...installed].sort()).toEqual([
      '@playwright/test',
      'axe-core',
      'edesk-api-tokens',
      'playwright',
      'playwright-core',
    ])
    const [port, hostPort] = [await freePort(), await freePort()]
    const write = (pages: Readonly<Record<string, string>>) => {
      for (const [file, content] of Object.entries(pages)) {
        const withPorts = content.replaceAll('4173', port).replaceAll('4174', hostPort)
        project.write({ [file]: withTimeLimits(withPorts) })
      }
    }
    write(files)
    project.write({ 'tests/playwright.spec.ts': playwrightSample })
    await runAll(project, ciCommands.slice(0, -1))
    expect(await project.run('npx playwright test')).toContain('2 passed')
    expect(Object.keys(filesForTwoBackends)).toEqual(['playwright.config.ts'])
    write(filesForTwoBackends)
    const twoBackends = await project.run('npx playwright test --reporter=list deleteToken')
    expect(twoBackends).toContain('[worker] › tests/deleteToken.spec.ts')
    expect(twoBackends).toContain('[host] › tests/deleteToken.spec.ts')
    expect(twoBackends).toContain('2 passed')
    // Playwright has stopped the servers.
    for (const one of [port, hostPort])
      await expect(fetch(`http://localhost:${one}`)).rejects.toThrow('fetch failed')
  },
)

/** Runs commands one after the other, except those that would download a browser. */
async function runAll(project: UserProject, all: readonly string[]): Promise<string> {
  let output = ''
  for (const command of all) {
    if (!command.startsWith('npx playwright install')) output += await project.run(command)
  }
  return output
}

/** Multiplies the time limits of a Playwright configuration, which are otherwise Playwright's defaults. */
function withTimeLimits(content: string): string {
  const limits = `timeout: ${30_000 * timeFactor}, expect: { timeout: ${5_000 * timeFactor} },`
  return content.replace('fullyParallel: true,', `$& ${limits}`)
}

/** Makes a folder of browsers for Playwright whose Chromium is that of this machine. Returns its path. */
async function machineBrowsers(): Promise<string> {
  const { executablePath } = await browserForPlaywright()
  if (executablePath === undefined) return process.env.PLAYWRIGHT_BROWSERS_PATH ?? ''
  const folder = mkdtempSync(path.join(tmpdir(), 'edesk-browsers-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const expected = execFileSync(process.execPath, ['--input-type=module', '-e', findExpected], {
    env: { ...process.env, PLAYWRIGHT_BROWSERS_PATH: folder },
    encoding: 'utf8',
  })
  mkdirSync(path.dirname(expected), { recursive: true })
  symlinkSync(executablePath, expected)
  return folder
}

/** A program that prints where Playwright expects its headless Chromium: its error is the only place that says it. */
const findExpected = `
import { chromium } from '@playwright/test'
await chromium.launch().catch(({ message }) => process.stdout.write(/doesn't exist at (.+)/.exec(message)[1]))
`
