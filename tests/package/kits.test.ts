import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'

import { expect, it } from 'vitest'

import { sharedPackages } from '../../tools/package/manifest.ts'
import { timeFactor } from '../support/timeFactor.ts'
import { readGuidePage } from './guidePage.ts'
import { playwrightSample, storySample, userlessSample } from './samples.ts'
import { createProject, extractPackage, type UserProject } from './userProject.ts'

const guide = readFileSync('docs/component-tests.md', 'utf8')
const sections = ['A first test', 'Mounting', 'What a test can use', 'Stories']
const {
  '.storybook/main.ts': main,
  '.storybook/preview.ts': preview,
  'OrderStatus.stories.ts': stories,
  'vitest.storybook.config.ts': storybookTests,
  ...examples
} = Object.assign({}, ...sections.map((title) => readGuidePage(guide, title).files)) as Record<
  string,
  string
>

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
    include: ['*.ts', '*.vue'],
    exclude: ['vitest.config.ts'],
  }),
  'limits.ts': `
import { configure } from '@testing-library/dom'

configure({ asyncUtilTimeout: ${5_000 * timeFactor} })
`,
  'stories.test.ts': storySample,
  'playwright.ts': playwrightSample,
}

it(
  'all kits have types, and the examples of the guide for component tests work as they stand',
  { timeout: 90_000 * timeFactor },
  async () => {
    // They need Storybook, which this project does not have.
    for (const file of [main, preview, stories, storybookTests])
      expect(file).toContain('@storybook/')
    expect(Object.keys(examples)).toEqual([
      'vitest.config.ts',
      'OrderStatus.vue',
      'OrderStatus.test.ts',
      'tokenList.test.ts',
      'contract.ts',
      'withDemo.ts',
    ])
    const project = createComponentProject()
    await project.run(`${process.execPath} ${path.resolve('node_modules/vue-tsc/bin/vue-tsc.js')}`)
    expect(await project.run(runVitest)).toMatch(/Tests +3 passed/)
  },
)

it(
  'a project without user-event can test components, and learns what the user needs',
  { timeout: 60_000 * timeFactor },
  async () => {
    const project = createComponentProject()
    rmSync(path.join(project.folder, 'node_modules/@testing-library/user-event'))
    project.write({ 'userless.test.ts': userlessSample })
    await project.run(`${runVitest} userless`)
  },
)

const runVitest = `${process.execPath} ${path.resolve('node_modules/vitest/vitest.mjs')} run`

/** Creates a project with the package, the packages that it shares with the kit, and the files of the guide. */
function createComponentProject(): UserProject {
  const project = createProject({ NO_COLOR: '1' })
  const modules = path.join(project.folder, 'node_modules')
  extractPackage(path.join(modules, 'edesk-api-tokens'))
  for (const name of [...sharedPackages, '@playwright/test', '@vitejs/plugin-vue', 'jsdom']) {
    mkdirSync(path.dirname(path.join(modules, name)), { recursive: true })
    symlinkSync(path.resolve('node_modules', name), path.join(modules, name))
  }
  const settings = `testTimeout: ${15_000 * timeFactor}, setupFiles: ['contract.ts', 'limits.ts'],`
  const config = examples['vitest.config.ts']?.replace('testTimeout: 15_000,', settings)
  project.write({ ...files, ...examples, ...(config ? { 'vitest.config.ts': config } : {}) })
  return project
}
