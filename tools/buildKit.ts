/**
 * `npm run build:kit`: builds the test kits that other projects import. The Playwright kit runs in Node. The kits for component
 * tests and for stories contain the application.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'

import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'

import { writeDeclarations } from './kit/kitDeclarations.ts'
import { wrapChangingText } from './build/translatableText.ts'

const out = path.resolve('dist/kit')
const forPlaywright = { playwright: 'src/kit/playwright.ts' }
const forComponents = { vitest: 'src/kit/vitest.ts', stories: 'src/kit/stories.ts' }
/** Packages that a test and the application must share, so the kit does not bundle them. */
const sharedPackages =
  /^(vue|vue-router|pinia|@pinia\/colada|vue-i18n|vuetify|msw|vitest|@vue\/test-utils|@testing-library\/dom|@vueuse\/core)(\/|$)/

rmSync(out, { recursive: true, force: true })
await build({
  configFile: false,
  logLevel: 'warn',
  resolve: { conditions: ['node'] },
  // Bundle what the kit imports from the product, but not what its users install themselves.
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
    vue({ template: { compilerOptions: { nodeTransforms: [wrapChangingText] } } }),
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
    rolldownOptions: { external: sharedPackages, output: { chunkFileNames: 'parts/[name].js' } },
  },
})
writeDeclarations(out, { ...forPlaywright, ...forComponents })
console.log('The kit is in dist/kit.')
