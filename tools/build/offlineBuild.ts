import { readdir } from 'node:fs/promises'

import type { Plugin } from 'vite'

import { apiPathPattern } from '../../src/shared/apiPaths.ts'
import { compileInlineScript } from './compileInlineScript.ts'

/**
 * Lets the built demo work offline: prepends src/mock/transports/offlineWorker.ts to MSW's worker, and lists the files that the
 * worker caches. Applies to builds only, not to Vite's dev server.
 */
export function offlineBuild(): Plugin {
  let publicFolder = ''
  return {
    name: 'offline-build',
    apply: 'build',
    configResolved(config) {
      publicFolder = config.publicDir
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const worker = bundle['mockServiceWorker.js']
        if (worker?.type !== 'asset') throw new Error('The build has no mockServiceWorker.js.')
        const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
        const assets = Object.keys(bundle).filter((name) => name.startsWith('assets/'))
        const words: Record<string, string[]> = {}
        const files: string[] = []
        for (const name of assets) {
          const [, language] = /(?:words|demo|tour)-(\w\w)-[\w-]{8}\.js$/.exec(name) ?? []
          if (language === undefined) files.push(name)
          else (words[language] ??= []).push(name)
        }
        files.push(...(await readdir(publicFolder)))
        const list = { entry: entry?.fileName, files, words }
        worker.source = `${offlineWorkerScript()}\n${String(worker.source)}`
        this.emitFile({
          type: 'asset',
          fileName: 'offline-files.json',
          source: JSON.stringify(list),
        })
      },
    },
  }
}

/** Returns the code that makes MSW's worker serve the demo offline. */
export function offlineWorkerScript(): string {
  return compileInlineScript('src/mock/transports/offlineWorker.ts', { apiPathPattern })
}
