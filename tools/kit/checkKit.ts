/**
 * Checks that the Playwright kit works when it is installed as a package: packs this package with npm, installs it in an empty
 * folder with the packages that its users have, and type-checks and runs a test there that imports the kit by its package name.
 *
 * Needs `npm run build` and `npm run build:kit`.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { findBrowser } from '../programs/chromium.mjs'

const browser = await findBrowser()
const folder = mkdtempSync(path.join(tmpdir(), 'edesk-kit-'))
const server = spawn(process.execPath, ['tools/serve/serve.ts', 'dist/demo'], {
  env: { ...process.env, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  const [output] = (await once(server.stdout, 'data')) as [Buffer]
  install()
  writeProject(/http:\/\/localhost:\d+/.exec(output.toString())?.[0] ?? '')
  runInFolder('tsc', ['--noEmit', '-p', '.'])
  runInFolder('playwright', ['test'])
} finally {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
}

function install(): void {
  const packed = execFileSync('npm', [
    'pack',
    '--ignore-scripts',
    '--silent',
    '--pack-destination',
    folder,
  ])
  const modules = path.join(folder, 'node_modules')
  const own = path.join(modules, 'edesk-api-tokens')
  mkdirSync(own, { recursive: true })
  const archive = path.join(folder, packed.toString().trim())
  execFileSync('tar', ['-xzf', archive, '-C', own, '--strip-components=1'])
  for (const name of [
    '@playwright/test',
    '@axe-core/playwright',
    '@types/node',
    'playwright-core',
  ]) {
    mkdirSync(path.dirname(path.join(modules, name)), { recursive: true })
    symlinkSync(path.resolve('node_modules', name), path.join(modules, name))
  }
}

function writeProject(baseURL: string): void {
  const files = {
    'package.json': JSON.stringify({ type: 'module' }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: { module: 'nodenext', strict: true, types: ['node'] },
      include: ['*.ts'],
    }),
    'playwright.config.ts': `
import { defineConfig } from '@playwright/test'
import type { KitOptions } from 'edesk-api-tokens/playwright'

export default defineConfig<KitOptions>({
  reporter: 'line',
  use: {
    baseURL: '${baseURL}',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] },
  },
})
`,
    'kit.spec.ts': `
import { expect, test, type TokenInput } from 'edesk-api-tokens/playwright'

const wanted: TokenInput = { name: 'ShipFast', features: { Messages: 'Read Only' } }

test.use({ as: 'admin' })

test('uses the installed kit', async ({ demo, page, tokenFormPage, tokenKeyPage }) => {
  await tokenFormPage.open()
  await tokenFormPage.fill(wanted)
  await tokenFormPage.generate()
  const key = await tokenKeyPage.key()
  await tokenKeyPage.copy()
  await tokenKeyPage.returnToList()
  await expect(page).toListToken({ name: 'ShipFast', access: 'Custom' })
  await expect(page).toHaveLeftNoTraceOf(key)
  await expect(page).toHaveNoAccessibilityViolations()
  expect((await demo.backend.tokens()).map(({ name }) => name)).toEqual(['ShipFast'])
})
`,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
}

function runInFolder(program: string, args: string[]): void {
  if (process.exitCode) return
  const { status } = spawnSync(path.resolve('node_modules/.bin', program), args, {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: browser },
  })
  process.exitCode = status ?? 1
}
