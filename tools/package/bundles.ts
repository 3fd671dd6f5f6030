import path from 'node:path'

import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { build, type InlineConfig } from 'vite'

import { wrapChangingText } from '../build/translatableText.ts'
import { licenseFile } from './licenses.ts'
import { kits, sharedPackages } from './manifest.ts'

const { playwright, ...componentKits } = kits
const common: InlineConfig = { configFile: false, logLevel: 'warn' }

/** Bundles what runs in Node, without a build: the programs and the Playwright kit. */
export async function bundlePrograms(out: string): Promise<void> {
  await build({
    ...common,
    resolve: {
      conditions: ['node'],
      // In the package, the messages are a part of the bundle.
      alias: [
        {
          find: /^.*\/readMessages\.ts$/,
          replacement: path.resolve('tools/package/packedMessages.ts'),
        },
      ],
    },
    // @axe-core/playwright is bundled, because its newest version refuses Node 20, which it works with.
    ssr: { noExternal: true, external: ['@playwright/test', 'axe-core'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: out,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      license: { fileName: licenseFile },
      rolldownOptions: {
        input: {
          'bin/edesk-api-tokens': 'tools/package/commandLine.ts',
          'kit/playwright': playwright,
          // A thread of its own: openFile.ts finds it beside the chunks.
          'parts/checkWorker': 'src/mock/storage/sqlite/checkWorker.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name].js' },
      },
    },
  })
}

/** Bundles the kits for component tests and for stories. They contain the application. */
export async function bundleComponentKits(out: string): Promise<void> {
  await build({
    ...common,
    define: { __MOCK__: 'false' },
    plugins: [
      vue({ template: { compilerOptions: { nodeTransforms: [wrapChangingText] } } }),
      vueI18n({
        include: path.resolve('src/locales/*/*.json'),
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
      license: { fileName: licenseFile },
      lib: { entry: componentKits, formats: ['es'], cssFileName: 'styles' },
      rolldownOptions: {
        external: new RegExp(`^(${sharedPackages.join('|')})(/|$)`),
        output: { chunkFileNames: 'parts/[name].js' },
      },
    },
  })
}
