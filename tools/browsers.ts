import type { Plugin } from 'vite'

/**
 * The oldest browsers that the application is made for. They have all that was Baseline "widely available" in November 2026:
 * what every engine had by May 2024, 30 months before (docs/decisions/23-three-engines.md).
 */
export const oldestBrowsers = { chrome: '125', edge: '125', firefox: '126', safari: '17.5' }

/** The same, as Vite's `build.target`: it rewrites newer syntax, and no newer functions. */
export const buildTarget = Object.entries(oldestBrowsers).map(([name, version]) => name + version)

/** What a page says where the browser is older, or runs no scripts. */
export const tooOldWords =
  'eDesk needs JavaScript and a browser that was updated within the last 30 months: ' +
  `Chrome or Edge ${oldestBrowsers.chrome}, Firefox ${oldestBrowsers.firefox}, Safari ${oldestBrowsers.safari}, or later.`

/**
 * Functions that became Baseline later than that, by the way in which a program calls them. Those that packages look
 * for before they call them, such as `document.startViewTransition` and `toHex`, are none of them.
 */
const newerFunctions: readonly RegExp[] = [
  /\bURL\.parse\(/,
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

/** Functions in a program that the oldest browsers do not have; each as it is called there. */
export function newerFunctionsIn(code: string): string[] {
  return newerFunctions.flatMap((call) => call.exec(code)?.[0] ?? [])
}

/** Fails a build in which something calls a function that the oldest browsers do not have, our own code or a package's. */
export function onlyWhatBrowsersHave(): Plugin {
  return {
    name: 'only-what-browsers-have',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        const found = file.type === 'chunk' ? newerFunctionsIn(file.code) : []
        if (found.length > 0) {
          this.error(
            `${file.fileName} calls ${found.join(', ')}, which browsers of 30 months ago do not have (tools/browsers.ts).`,
          )
        }
      }
    },
  }
}
