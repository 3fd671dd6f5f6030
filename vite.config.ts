import { availableParallelism } from 'node:os'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'

import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { playwright } from '@vitest/browser-playwright'
import { msw } from 'msw/vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

import { bootedPage } from './tools/bootedPage.ts'
import { emulateMedia } from './tests/browser/emulateMedia.ts'
import { timeFactor } from './tests/support/timeFactor.ts'
import { chromiumLaunchOptions } from './tools/chromiumLaunchOptions.ts'
import { offlineBuild } from './tools/offlineBuild.ts'
import { staticHosts } from './tools/staticHosts.ts'

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
      compressed(),
    ],
    build: {
      outDir: mock ? 'dist/demo' : 'dist/real',
      target: 'es2022',
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
    test: {
      // Vitest leaves one core to itself by default, which on two cores is half of them.
      maxWorkers: Math.max(2, availableParallelism() - 1),
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            include: ['tests/unit/**/*.test.ts'],
            setupFiles: ['tests/support/contract/setup.ts'],
            testTimeout: 5_000 * timeFactor,
            ...oneRealm,
          },
        },
        {
          extends: true,
          test: {
            name: 'component',
            environment: 'jsdom',
            include: ['tests/component/**/*.test.ts'],
            setupFiles: ['tests/support/contract/setup.ts', 'tests/component/setup.ts'],
            server: { deps: { inline: ['vuetify'] } },
            css: false,
            testTimeout: 5_000 * timeFactor,
            ...oneRealm,
          },
        },
        {
          extends: true,
          optimizeDeps: {
            // Otherwise Vite finds them one by one, and reloads the page in the middle of a test.
            entries: ['tests/browser/**/*.test.ts', 'src/**/*.vue'],
            include: ['axe-core'],
          },
          test: {
            name: 'browser',
            include: ['tests/browser/**/*.test.ts'],
            setupFiles: ['tests/browser/setup.ts'],
            testTimeout: 10_000 * timeFactor,
            // One page for all tests: it loads the application once.
            isolate: false,
            browser: {
              enabled: true,
              headless: true,
              provider: playwright({
                launchOptions: chromiumLaunchOptions(),
                contextOptions: { locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' },
              }),
              instances: [{ browser: 'chromium' }],
              viewport: { width: 1280, height: 800 },
              testerHtmlPath: './tests/browser/tester.html',
              screenshotFailures: false,
              commands: { emulateMedia },
            },
          },
        },
      ],
      coverage: {
        provider: 'v8',
        include: ['src/mock/domain/**'],
        reporter: ['text'],
        thresholds: { branches: 100 },
      },
    },
  }
})

/**
 * The test files of a worker share their modules: loading the application takes longer than most files' tests. What a test
 * puts in the place of something is taken back before the next one.
 */
const oneRealm = {
  pool: 'threads',
  isolate: false,
  restoreMocks: true,
  unstubGlobals: true,
} as const

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
      handler(_options, bundle) {
        for (const [fileName, file] of Object.entries(bundle)) {
          if (!/\.(js|css|html|svg|json)$/.test(fileName) || fileName === 'index.html') continue
          const source = file.type === 'chunk' ? file.code : file.source
          this.emitFile({
            type: 'asset',
            fileName: `${fileName}.br`,
            source: brotliCompressSync(source),
          })
          this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(source) })
        }
      },
    },
  }
}
