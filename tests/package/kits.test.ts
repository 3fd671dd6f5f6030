import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'

import { it } from 'vitest'

import { sharedPackages } from '../../tools/package/manifest.ts'
import { timeFactor } from '../support/timeFactor.ts'
import { componentSample, playwrightSample } from './samples.ts'
import { createProject, extractPackage } from './userProject.ts'

const typeRoots = [path.resolve('node_modules/@types')]

const files = {
  'package.json': JSON.stringify({ type: 'module' }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      strict: true,
      noEmit: true,
      types: ['node'],
      typeRoots,
    },
    include: ['*.test.ts', '*.spec.ts'],
  }),
  'vitest.config.ts': `
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'jsdom',
    include: ['*.test.ts'],
    testTimeout: ${5_000 * timeFactor},
    server: { deps: { inline: ['vuetify', 'edesk-api-tokens'] } },
  },
})
`,
  'components.test.ts': componentSample,
  'playwright.spec.ts': playwrightSample,
}

it(
  'all kits have types, and those for component tests and stories use the packages of the project',
  { timeout: 60_000 * timeFactor },
  async () => {
    const project = createProject()
    const modules = path.join(project.folder, 'node_modules')
    extractPackage(path.join(modules, 'edesk-api-tokens'))
    for (const name of [...sharedPackages, '@playwright/test', 'jsdom']) {
      mkdirSync(path.dirname(path.join(modules, name)), { recursive: true })
      symlinkSync(path.resolve('node_modules', name), path.join(modules, name))
    }
    project.write(files)
    const [tsc, vitest] = ['typescript/bin/tsc', 'vitest/vitest.mjs'].map((program) =>
      path.resolve('node_modules', program),
    )
    await project.run(`${process.execPath} ${tsc} -p .`)
    await project.run(`${process.execPath} ${vitest} run`)
  },
)
