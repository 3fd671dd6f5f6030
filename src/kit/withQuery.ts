/** Adds parameters to the query of a URL, before its fragment. */
export function withQuery(url: string, query: string | Readonly<Record<string, string>>): string {
  const text = typeof query === 'string' ? query : String(new URLSearchParams(query))
  if (text === '') return url
  const { path, fragment } = splitFragment(url)
  return `${path}${path.includes('?') ? '&' : '?'}${text}${fragment}`
}

/** Separates the parameters for which `isWanted` holds from the rest of a URL. */
export function splitQuery(
  url: string,
  isWanted: (name: string) => boolean,
): { rest: string; query: string } {
  const { path, fragment } = splitFragment(url)
  const start = path.indexOf('?')
  if (start === -1) return { rest: url, query: '' }
  const pairs = path.slice(start + 1).split('&')
  const isWantedPair = (pair: string) => isWanted(pair.split('=')[0] ?? '')
  const others = pairs.filter((pair) => !isWantedPair(pair)).join('&')
  return {
    rest: withQuery(path.slice(0, start), others) + fragment,
    query: pairs.filter(isWantedPair).join('&'),
  }
}

function splitFragment(url: string): { path: string; fragment: string } {
  const start = url.indexOf('#')
  return start === -1
    ? { path: url, fragment: '' }
    : { path: url.slice(0, start), fragment: url.slice(start) }
}
