/** The browsers, the more specific name first: each claims to be those after it. */
const browsers = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari']
const browserNames: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera' }

/** The names that people know of programs that call themselves differently, by their first word in lower case. */
const knownNames = new Map([
  ['go-http-client', 'Go HTTP client'],
  ['guzzlehttp', 'Guzzle'],
  ['insomnia', 'Insomnia'],
  ['java-http-client', 'Java HTTP client'],
  ['node', 'Node.js'],
  ['okhttp', 'OkHttp'],
  ['postmanruntime', 'Postman'],
  ['python-httpx', 'Python HTTPX'],
  ['python-requests', 'Python requests'],
  ['python-urllib', 'Python urllib'],
])

/** A program in words. */
export interface ProgramWords {
  kind: 'browser' | 'program'
  /** The name that people know, such as "Python requests" or "Firefox". */
  name: string
  /** The major and the minor version, such as "2.31". Null if it is not known, and for browsers. */
  version: string | null
}

/**
 * Returns the name of the program that a `User-Agent` header names, without its version, so that an update is no other program.
 * Null if the request has no such header.
 */
export function programOf(client: string | null): string | null {
  if (client === null) return null
  return browserOf(client) ?? firstWordOf(client)
}

/** Returns the program that a `User-Agent` header names, in words. Undefined if the request has no such header. */
export function programInWords(client: string | null): ProgramWords | undefined {
  if (client === null) return undefined
  const browser = browserOf(client)
  if (browser !== undefined) return { kind: 'browser', name: browser, version: null }
  const word = firstWordOf(client)
  const [, version = null] = /^[/\s]v?(\d+(?:\.\d+)?)/.exec(client.slice(word.length)) ?? []
  return { kind: 'program', name: knownNames.get(word.toLowerCase()) ?? word, version }
}

function browserOf(client: string): string | undefined {
  if (!client.startsWith('Mozilla/')) return undefined
  const browser = browsers.find((name) => client.includes(`${name}/`))
  return browser === undefined ? undefined : (browserNames[browser] ?? browser)
}

function firstWordOf(client: string): string {
  return client.split(/[/\s(]/, 1)[0] || client
}
