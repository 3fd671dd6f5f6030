import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import { fileURLToPath } from 'node:url'

import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { msw } from 'msw/vite'
import { defineConfig, type Plugin } from 'vite'

import { bootedPage } from './tools/bootedPage.ts'
import { buildTarget, onlyWhatBrowsersHave } from './tools/browsers.ts'
import { offlineBuild } from './tools/offlineBuild.ts'
import { staticHosts } from './tools/staticHosts.ts'

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)

/** `--mode real` builds for a real backend; every other mode brings the emulated one along. */
export default defineConfig(({ mode }) => {
  const mock = mode !== 'real'
  return {
    // One folder for every path: index.html finds out where it lies (src/boot.ts).
    base: './',
    define: { __MOCK__: JSON.stringify(mock) },
    plugins: [
      vue({
        // Long static runs would be written by `innerHTML`, which Trusted Types refuse.
        template: { compilerOptions: { hoistStatic: false } },
      }),
      vueI18n({
        include: fileURLToPath(new URL('./src/locales/en/**', import.meta.url)),
        strictMessage: true,
        dropMessageCompiler: true,
        fullInstall: false,
      }),
      // Serves and emits the worker of the installed msw, so that no copy can go stale.
      mock && msw({ mode: 'worker-only' }),
      bootedPage({ mock }),
      mock && offlineBuild(),
      staticHosts(),
      withoutPassThroughPolicy(),
      onlyWhatBrowsersHave(),
      compressed(),
    ],
    build: {
      outDir: mock ? 'dist/demo' : 'dist/real',
      target: buildTarget,
      // Fonts and pictures in `data:` addresses would need an exception in the Content-Security-Policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // The mock comes in one piece, with the contract that it checks; a real service's build does not have it.
      chunkSizeWarningLimit: 700,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              // All that the first paint needs comes in one file, not in twenty that share its parts with some page.
              { name: 'app', tags: ['$initial'] },
              // So does what the list of tokens needs, which most people come for, in a few files: what pages outside the
              // settings share with it, what other pages of the settings do, and the rest.
              {
                name: 'shared',
                test: /src[\\/]ui[\\/](businessDays|PageLinks|RefreshFailed|RelativeTime|SkeletonTable|useAction)\./,
              },
              // The mock, with all that the demo's panel and some pages share with it.
              { name: 'mock', test: /src[\\/]mock[\\/]transports[\\/]browser\.ts/ },
              { name: 'words', test: /locales[\\/].*apiTokens\./ },
              { name: 'settings', test: /SettingsLayout\.vue/ },
              { name: 'token-list', test: /(TokensGate|TokenListPage)\.vue/ },
            ],
          },
        },
      },
    },
  }
})

/**
 * Vue makes a Trusted Types policy that lets every string pass as HTML, script or address. Without it `v-html` throws, as it
 * should, and the page's policy needs to allow no more than our own.
 */
function withoutPassThroughPolicy(): Plugin {
  const wanted = 'typeof window !== "undefined" && window.trustedTypes'
  return {
    name: 'without-vues-pass-through-policy',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /@vue[\\/]runtime-dom/ },
      handler(code) {
        if (!code.includes(wanted))
          throw new Error('Vue asks for Trusted Types in another way now.')
        return { code: code.replace(wanted, 'undefined'), map: null }
      },
    },
  }
}

/** Puts a brotli and a gzip version beside each file that gets smaller by it, for servers that send them as they are. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = Object.values(bundle).filter(
          ({ fileName }) => /\.(js|css|html|svg|json)$/.test(fileName) && fileName !== 'index.html',
        )
        // Compression runs in Node's thread pool: files side by side, on all cores.
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
