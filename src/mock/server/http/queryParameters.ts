/** Reads parameters from a query. */
export interface QueryReader {
  /** Returns the text of a parameter; null if the query does not have it. */
  get: (name: string) => string | null
  /** The parameters that are sent more than once, or whose percent-encoding is not UTF-8. */
  violations: readonly { name: string; detail: string }[]
}

/**
 * Reads the parameters of an operation from the query of a URL. None of them is a list, so each may be sent once: to use one of two
 * values without a word would hide an error of the client. Other parameters are ignored.
 */
export function readQuery(search: string, names: readonly string[]): QueryReader {
  const parameters = new URLSearchParams(search)
  const violations = names.flatMap((name) => {
    const [text, ...others] = parameters.getAll(name)
    if (others.length > 0) return [{ name, detail: `${name} is sent more than once.` }]
    return text?.includes('\ufffd') && isDamaged(search, name)
      ? [{ name, detail: `${name} is not valid UTF-8.` }]
      : []
  })
  return { get: (name) => parameters.get(name), violations }
}

/** Whether the bytes of a parameter are not UTF-8. `URLSearchParams` has put U+FFFD in place of them. */
function isDamaged(search: string, name: string): boolean {
  const pairs = search.replace(/^\?/, '').split('&')
  return pairs.some((pair) => new URLSearchParams(pair).has(name) && !isDecodable(pair))
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text.replace(/%(?![\da-f]{2})/gi, '%25'))
    return true
  } catch {
    return false
  }
}
