/**
 * The paths of the two APIs, also with several slashes at the start, as a regular expression. It is a text for scripts that
 * cannot import it (tools/build/offlineBuild.ts).
 */
export const apiPathPattern = '^/+(?:api/|v1(?:/|$))'

const apiPath = new RegExp(apiPathPattern)

/** Where a service may send an event after each change of data, and the header of `/api/session` by which it says so. */
export const changesPath = '/api/changes'
export const changesHeader = 'Change-Stream'

/** Whether a path belongs to one of the two APIs, even if no operation has it. */
export function isApiPath(pathname: string): boolean {
  return apiPath.test(normalizePath(pathname))
}

/** Whether a path belongs to the public API, even if no operation has it. */
export function isPublicPath(pathname: string): boolean {
  return /^\/+v1(\/|$)/.test(normalizePath(pathname))
}

/** Decodes the characters of a path that need no percent-encoding: the paths mean the same (RFC 3986, section 6.2.2.2). */
export function normalizePath(pathname: string): string {
  return pathname.replace(/%[2-7][\da-f]/gi, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
    return /[\w.~-]/.test(character) ? character : escape
  })
}
