import type { Plugin } from 'vite'

const library = 'tough-cookie'
const emptyLibrary = '\0without-cookie-store'

/**
 * Replaces the library behind MSW's cookie store, which stays empty: the mock reads and writes its session cookie itself
 * (src/mock/demo/demoServer.ts). The library contains the Public Suffix List, almost half of the mock's code.
 */
export function withoutCookieStore(): Plugin {
  return {
    name: 'without-cookie-store',
    apply: 'build',
    enforce: 'pre',
    resolveId(source) {
      return source === library ? emptyLibrary : null
    },
    load(id) {
      return id === emptyLibrary ? emptyCookieStore : null
    },
  }
}

/** The three classes that MSW imports, with the members that it calls. */
const emptyCookieStore = `
export class Cookie { static fromJSON() { return null } }
export class MemoryCookieStore { idx = {} }
export class CookieJar { getCookiesSync() { return [] } async setCookie() {} }
`
