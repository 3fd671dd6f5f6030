/**
 * Removes the demo parameters from the page's URL, so that they apply only once and no page sees them.
 *
 * @returns the demo parameters; empty if the URL has none.
 */
export function consumeDemoLink(): URLSearchParams {
  const url = new URL(location.href)
  const isDemoParameter = ([key]: [string, string]) => key === 'demo' || key.startsWith('demo.')
  const pairs = [...url.searchParams]
  const link = new URLSearchParams(pairs.filter(isDemoParameter))
  if (link.size > 0) {
    url.search = new URLSearchParams(pairs.filter((pair) => !isDemoParameter(pair))).toString()
    history.replaceState(history.state, '', url)
  }
  return link
}
