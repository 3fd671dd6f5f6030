import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import { fileURLToPath } from 'node:url'

import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { msw } from 'msw/vite'
import { defineConfig, type Plugin } from 'vite'

import { basePathBootstrap } from './tools/build/basePathBootstrap.ts'
import { buildTarget, rejectNewerFunctions } from './tools/build/supportedBrowsers.ts'
import { offlineBuild } from './tools/build/offlineBuild.ts'
import { staticHosts } from './tools/build/staticHosts.ts'
import { wrapChangingText } from './tools/build/translatableText.ts'
import { withoutCookieStore } from './tools/build/withoutCookieStore.ts'
import { withoutUnusedVuetify } from './tools/build/withoutUnusedVuetify.ts'
import { licenseFile } from './tools/package/licenses.ts'

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)

/** `--mode real` builds for a real backend. Every other mode includes the mock backend. */
export default defineConfig(({ mode, command }) => {
  const mock = mode !== 'real'
  return {
    // The same build works under every path: src/boot.ts detects the base path at run time.
    base: './',
    // The plugin for messages leaves out the second constant, without which the page keeps code for developer tools.
    define: { __MOCK__: JSON.stringify(mock), __INTLIFY_PROD_DEVTOOLS__: 'false' },
    plugins: [
      vue({
        template: {
          compilerOptions: {
            // Vue would insert long static markup with `innerHTML`, which Trusted Types block.
            hoistStatic: false,
            nodeTransforms: [wrapChangingText],
          },
        },
        features: {
          // No component uses it. The tests need it, because Vue Test Utils adds a mixin.
          optionsAPI: command === 'serve',
          // Each rule of a component repeats its id, and random characters do not compress: four instead of eight save a kilobyte.
          componentIdGenerator: (path, _source, _isProduction, getHash) =>
            parseInt(getHash(path), 16).toString(36).slice(-4),
        },
      }),
      vueI18n({
        include: fileURLToPath(new URL('./src/locales/*/*.json', import.meta.url)),
        strictMessage: true,
        dropMessageCompiler: true,
        fullInstall: false,
      }),
      // Serves and emits the worker of the installed msw, so no copy in the repository can go stale.
      mock && msw({ mode: 'worker-only' }),
      mock && withoutCookieStore(),
      basePathBootstrap({ mock }),
      mock && offlineBuild(),
      staticHosts({ mock }),
      removeVueTrustedTypesPolicy(),
      withoutUnusedVuetify(),
      rejectNewerFunctions(),
      precompress(),
    ],
    build: {
      outDir: mock ? 'dist/demo' : 'dist/real',
      target: buildTarget,
      // Fonts and images as `data:` URLs would need an exception in the Content-Security-Policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      license: { fileName: licenseFile },
      // The mock is one large chunk, because it contains the contract. The real build does not contain it.
      chunkSizeWarningLimit: 700,
      rolldownOptions: {
        output: {
          chunkFileNames: fileName,
          codeSplitting: {
            groups: [
              // Everything that the first paint needs is in one file, instead of twenty small shared chunks.
              { name: 'app', tags: ['$initial'] },
              // The token list, which most people open, loads a few files: small parts that it shares with other pages, and its
              // own code. A file of its own for each small part would take more time than its bytes.
              {
                name: 'shared',
                test: /src[\\/]ui[\\/]\w+[\\/](businessDays|PaginationLinks|RefreshFailed|RelativeTime|saveFile|SkeletonTable)\.|SettingsLayout\.vue|locales[\\/](en[\\/])?apiTokens\./,
              },
              // The mock, with the code that it shares with the demo panel and some pages.
              { name: 'mock', test: /src[\\/]mock[\\/]transports[\\/]browser\.ts/ },
              // The part of the mock that answers eDesk's public API.
              { name: 'public-api', test: /src[\\/]mock[\\/]publicApi[\\/]publicApi\.ts/ },
              // What the demo adds after the first page.
              { name: 'demo', test: /src[\\/]demo[\\/](mountDemoUi|resetToPlainDemo)\./ },
              { name: 'token-list', test: /(TokenAccessGate|TokenListPage)\.vue/ },
              { name: 'token-dialogs', test: /(TokenActionDialogs|RetireDialog)\.vue/ },
            ],
          },
        },
      },
    },
  }
})

/** Returns the name of a file of the build. The words of a language are named after it, for the copy for offline use. */
function fileName({ facadeModuleId }: { facadeModuleId: string | null }): string {
  const [, language, words] =
    /locales[\\/](?!en[\\/])(\w+)[\\/](words|demo|tour)\.\w+$/.exec(facadeModuleId ?? '') ?? []
  return `assets/${language && words ? `${words}-${language}` : '[name]'}-[hash].js`
}

/**
 * Removes Vue's Trusted Types policy, which accepts every string as HTML or script. Without it, `v-html` throws, and the
 * Content-Security-Policy needs to allow only our own policy.
 */
function removeVueTrustedTypesPolicy(): Plugin {
  const vuesCheck = 'typeof window !== "undefined" && window.trustedTypes'
  return {
    name: 'without-vues-pass-through-policy',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /@vue[\\/]runtime-dom/ },
      handler(code) {
        if (!code.includes(vuesCheck))
          throw new Error(`Vue no longer contains "${vuesCheck}": update vite.config.ts.`)
        return { code: code.replace(vuesCheck, 'undefined'), map: null }
      },
    },
  }
}

/** Emits a brotli and a gzip version of each text file, for servers that send precompressed files. */
function precompress(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = Object.values(bundle).filter(
          ({ fileName }) => /\.(js|css|html|svg|json)$/.test(fileName) && fileName !== 'index.html',
        )
        // Compression runs in Node's thread pool, so files are compressed in parallel on all cores.
        await Promise.all(
          files.map(async (file) => {
            const source = file.type === 'chunk' ? file.code : file.source
            const [br, gz] = await Promise.all([brotli(source), gzip(source)])
            this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: br })
            this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: gz })
          }),
        )
      },
    },
  }
}
