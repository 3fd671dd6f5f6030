/**
 * Takes a demo's link off the page's address, so that it is followed once and no page sees it.
 *
 * @returns its parameters; none where the address holds no link.
 */
export function takeLink(): URLSearchParams {
  const url = new URL(location.href)
  const isOurs = ([key]: [string, string]) => key === 'demo' || key.startsWith('demo.')
  const pairs = [...url.searchParams]
  const link = new URLSearchParams(pairs.filter(isOurs))
  if (link.size > 0) {
    url.search = new URLSearchParams(pairs.filter((pair) => !isOurs(pair))).toString()
    history.replaceState(history.state, '', url)
  }
  return link
}
