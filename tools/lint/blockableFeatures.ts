/**
 * What throws, or is missing, where a browser blocks the site's storage or the page is not secure. Only the modules that handle
 * this may use it: everything else uses those modules.
 */

/** For `no-restricted-globals`. */
export const blockableGlobals = [
  { name: 'localStorage', message: 'Use src/shared/browserStorage.ts.' },
  { name: 'sessionStorage', message: 'Use src/shared/browserStorage.ts.' },
  { name: 'BroadcastChannel', message: 'Use src/shared/openChannel.ts.' },
  { name: 'indexedDB', message: 'Use src/mock/storage/indexedDb.ts.' },
  { name: 'caches', message: 'Use src/mock/transports/offlineWorker.ts.' },
]

/** For `no-restricted-properties`. */
export const blockableProperties = [
  ...['globalThis', 'self', 'window'].flatMap((object) =>
    blockableGlobals.map(({ name, message }) => ({ object, property: name, message })),
  ),
  { object: 'navigator', property: 'clipboard', message: 'Use src/ui/lib/copyText.ts.' },
  { object: 'navigator', property: 'locks', message: 'Use src/shared/inOneTab.ts.' },
  { object: 'navigator', property: 'serviceWorker', message: 'Use src/mock/transports/worker.ts.' },
]

/** For `no-restricted-imports`: VueUse reports a blocked storage to the console. */
export const blockableImports = {
  name: '@vueuse/core',
  importNames: [
    'useBroadcastChannel',
    'useClipboard',
    'useClipboardItems',
    'useColorMode',
    'useDark',
    'useLocalStorage',
    'useSessionStorage',
    'useStorage',
  ],
  message: 'Use src/shared/browserStorage.ts, src/shared/openChannel.ts or src/ui/lib/copyText.ts.',
}

/** The modules that handle it, and the kit: it runs in the browsers of tests, which block nothing. */
export const guardModules = [
  'src/kit/**',
  'src/mock/storage/indexedDb.ts',
  'src/mock/transports/earlierData.ts',
  'src/mock/transports/joinWorld.ts',
  'src/mock/transports/localStorageFallback.ts',
  'src/mock/transports/cacheForOffline.ts',
  'src/mock/transports/offlineWorker.ts',
  'src/mock/transports/worker.ts',
  'src/shared/browserStorage.ts',
  'src/shared/inOneTab.ts',
  'src/shared/openChannel.ts',
  'src/ui/lib/copyText.ts',
]
