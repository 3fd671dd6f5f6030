import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

import vue from '@vitejs/plugin-vue'
import { msw } from 'msw/vite'
import { build } from 'vite'

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))
const floorRoot = fileURLToPath(new URL('floor', import.meta.url))

/** Builds the product into `folder` as `npm run build` or, without the mock, `npm run build:real` does. */
export async function buildProduct(folder: string, { mock }: { mock: boolean }): Promise<void> {
  await build({
    root: projectRoot,
    mode: mock ? 'demo' : 'real',
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  })
}

/** Builds the bare page of floor/ into `folder`, with only what Vite, Vue and Vuetify need. */
export async function buildFloor(folder: string, { mock }: { mock: boolean }): Promise<void> {
  await build({
    configFile: false,
    root: floorRoot,
    logLevel: 'warn',
    define: { __MOCK__: JSON.stringify(mock) },
    plugins: [vue(), mock && msw({ mode: 'worker-only' })],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      // The bare page is one chunk of more than 500 kB.
      chunkSizeWarningLimit: 1_000,
    },
  })
  await compress(folder)
}

/** Compresses scripts and styles. The product's build does this itself (vite.config.ts). */
async function compress(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css)$/.test(entry.name)) continue
    const file = path.join(entry.parentPath, entry.name)
    await writeFile(`${file}.br`, brotliCompressSync(await readFile(file)))
  }
}
