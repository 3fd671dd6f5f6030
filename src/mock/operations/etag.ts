import type { TokenRecord } from '../domain/records.ts'

type Versioned = Pick<TokenRecord, 'version'>

/**
 * Returns the headers of a response that contains a token: its ETag, and a request to proxies not to change the body, because they
 * would change the ETag too.
 */
export function versionHeaders(token: Versioned): Record<string, string> {
  return { ETag: etagOf(token), 'Cache-Control': 'no-store, no-transform' }
}

/** Returns a token's ETag: a strong validator (RFC 9110, section 8.8.3). */
function etagOf(token: Versioned): string {
  return `"${token.version}"`
}

/**
 * Whether an If-Match header matches the current version. A proxy that compresses a response makes its validator weak or adds the
 * coding to it: `W/"2"`, `"2-gzip"`. Both still name one version, so they match, although RFC 9110 (section 13.1.1) compares
 * strictly.
 */
export function matchesEtag(ifMatch: string, token: Versioned): boolean {
  const tags = ifMatch.split(',').map((tag) => tag.trim())
  return tags.some((tag) => tag === '*' || withoutCoding(tag) === etagOf(token))
}

function withoutCoding(tag: string): string {
  return tag.replace(/^W\//i, '').replace(/^"(\d+)[-;:]+(gzip|br|zstd|deflate)"$/i, '"$1"')
}
