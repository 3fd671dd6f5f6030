/**
 * Builds what other people's tests import, `npm run build:kit`: the kit for Playwright, which runs in Node, and those for
 * component tests and stories, which bring the application along.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'

import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'

import { writeDeclarations } from './kitDeclarations.ts'

const out = path.resolve('dist/kit')
const forPlaywright = { playwright: 'tests/kit/playwright.ts' }
const forComponents = { vitest: 'tests/kit/vitest.ts', stories: 'tests/kit/stories.ts' }
/** Of these, a test and what it tests need the same one. */
const broughtAlong =
  /^(vue|vue-router|pinia|@pinia\/colada|vue-i18n|vuetify|msw|vitest|@vue\/test-utils|@testing-library\/dom|@vueuse\/core)(\/|$)/

rmSync(out, { recursive: true, force: true })
await build({
  configFile: false,
  logLevel: 'warn',
  resolve: { conditions: ['node'] },
  // What the kit needs of the product comes with it; what tests bring along themselves does not.
  ssr: { noExternal: true, external: ['@playwright/test', '@axe-core/playwright'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: out,
    copyPublicDir: false,
    minify: false,
    rolldownOptions: { input: forPlaywright, output: { entryFileNames: '[name].js' } },
  },
})
await build({
  configFile: false,
  logLevel: 'warn',
  define: { __MOCK__: 'false' },
  plugins: [
    vue(),
    vueI18n({
      include: path.resolve('src/locales/en/**'),
      strictMessage: true,
      dropMessageCompiler: true,
      fullInstall: false,
    }),
  ],
  build: {
    target: 'es2022',
    outDir: out,
    emptyOutDir: false,
    copyPublicDir: false,
    minify: false,
    lib: { entry: forComponents, formats: ['es'] },
    rolldownOptions: { external: broughtAlong, output: { chunkFileNames: 'parts/[name].js' } },
  },
})
writeDeclarations(out, { ...forPlaywright, ...forComponents })
console.log('The kit is in dist/kit.')
