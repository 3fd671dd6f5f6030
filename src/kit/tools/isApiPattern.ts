import { contractOperations } from '#src/mock/demo/contractOperations.ts'

/** What a page of the demo loads besides its calls of the APIs. */
const otherPaths = ['/', '/settings/api-tokens', '/assets/index.js', '/favicon.svg']
const apiPaths = contractOperations.flatMap(({ path }) => {
  const filled = path.replaceAll(/\{\w+\}/g, '1')
  return [filled, `${filled}?page=1`]
})
/** A part of a pattern that names an API. */
const apiName = /(^|[/*])(api|v1)([/*?]|$)/

/**
 * Returns whether a URL pattern of Playwright is meant for calls of the demo's APIs: it matches such calls, but nothing else that a
 * page of the demo loads.
 *
 * @param pattern a glob, a regular expression, a URLPattern or a function.
 * @param origin the origin of the demo.
 * @param ownOrigins the origins of the reader's application, which may have such paths too.
 */
export function isApiPattern(
  pattern: unknown,
  origin: string,
  ownOrigins: readonly string[] = [],
): boolean {
  const matches = matcherOf(pattern, origin)
  if (!matches) return false
  const isForOwn = ownOrigins.some((own) => apiPaths.some((path) => matches(own + path)))
  if (isForOwn || otherPaths.some((path) => matches(origin + path))) return false
  if (apiPaths.some((path) => matches(origin + path))) return true
  // It may name a record, such as `**/api/tokens/tok_1`.
  return ownOrigins.length === 0 && apiName.test(textOf(pattern, origin))
}

function matcherOf(pattern: unknown, origin: string): ((url: string) => boolean) | undefined {
  if (typeof pattern === 'string') {
    const form = globForm(pattern.startsWith('/') ? origin + pattern : pattern)
    return (url) => form.test(url)
  }
  if (pattern instanceof RegExp) {
    return (url) => new RegExp(pattern.source, pattern.flags).test(url)
  }
  if (typeof pattern === 'function') {
    return (url) => Boolean((pattern as (url: URL) => unknown)(new URL(url)))
  }
  // Node 20 and 22 have no URLPattern.
  if (!('URLPattern' in globalThis) || !(pattern instanceof URLPattern)) return undefined
  return (url) => pattern.test(url)
}

/** The text of a glob or of a regular expression, from the path on; empty if it is for another origin. */
function textOf(pattern: unknown, origin: string): string {
  if (pattern instanceof RegExp) return pattern.source.replaceAll('\\', '')
  if (typeof pattern !== 'string') return ''
  const text = pattern.replace(origin, '')
  return /^\w+:\/\//.test(text) ? '' : text
}

/** Converts a glob of Playwright: `*` is a part of a path, `**` any text, `{a,b}` one of several. */
function globForm(glob: string): RegExp {
  const source = glob.replaceAll(/\*\*\/|\*\*|\*|[{},]|[^\w/*{},]/g, (part) => {
    if (part === '**/') return '(.*/)?'
    if (part === '**') return '.*'
    if (part === '*') return '[^/]*'
    if (part === '{') return '('
    if (part === '}') return ')'
    if (part === ',') return '|'
    return `\\${part}`
  })
  return new RegExp(`^${source}$`)
}
