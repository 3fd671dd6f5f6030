import type { Plugin } from 'vite'

/**
 * The oldest supported browsers. They have every feature that was Baseline "widely available" in November 2026: features that
 * every engine had by May 2024, 30 months before (docs/decisions/23-three-engines.md).
 */
const oldestBrowsers = { chrome: '125', edge: '125', firefox: '126', safari: '17.5' }

/** The same as Vite's `build.target`. Vite rewrites newer syntax, but adds no polyfills. */
export const buildTarget = Object.entries(oldestBrowsers).map(([name, version]) => name + version)

/** Shown in older browsers, and in browsers that run no scripts. */
export const unsupportedBrowserText =
  'eDesk needs JavaScript and a browser that was updated within the last 30 months: ' +
  `Chrome or Edge ${oldestBrowsers.chrome}, Firefox ${oldestBrowsers.firefox}, Safari ${oldestBrowsers.safari}, or later.`

/** Calls of functions that neither these browsers nor Node 20 have. */
export const recentFunctions: readonly RegExp[] = [
  /\bPromise\.try\(/,
  /\bRegExp\.escape\(/,
  /\bMath\.(?:sumPrecise|f16round)\(/,
  /\bJSON\.rawJSON\(/,
  /\bError\.isError\(/,
  /\bIterator\.(?:from|concat)\(/,
  /\bIntl\.DurationFormat\b/,
  /\bUint8Array\.from(?:Base64|Hex)\(/,
  /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/,
  /\.(?:values|keys|entries)\(\)\.(?:map|filter|take|drop|flatMap|reduce|toArray|forEach|some|every|find)\(/,
  /\.(?:getOrInsert|getOrInsertComputed)\(/,
  /\bnew (?:DisposableStack|AsyncDisposableStack|URLPattern|CloseWatcher|Float16Array)\b/,
]

/**
 * Calls of functions that became Baseline after these browsers. Does not list functions that packages detect before they call
 * them, such as `document.startViewTransition` and `toHex`.
 */
const newerFunctions: readonly RegExp[] = [/\bURL\.parse\(/, ...recentFunctions]

/** Returns the calls in the code to functions that the oldest browsers do not have. */
export function newerFunctionsIn(code: string): string[] {
  return newerFunctions.flatMap((call) => call.exec(code)?.[0] ?? [])
}

/** Fails the build if our code or a package calls a function that the oldest browsers do not have. */
export function rejectNewerFunctions(): Plugin {
  return {
    name: 'reject-newer-functions',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        const found = file.type === 'chunk' ? newerFunctionsIn(file.code) : []
        if (found.length > 0) {
          this.error(
            `${file.fileName} calls ${found.join(', ')}, which the oldest supported browsers lack (tools/build/supportedBrowsers.ts).`,
          )
        }
      }
    },
  }
}
