import { isDemoParameter } from '#src/mock/demo/isDemoParameter.ts'

/**
 * Removes the demo parameters from the page's URL, so that they apply only once and no page sees them.
 *
 * @returns the demo parameters; empty if the URL has none.
 */
export function consumeDemoLink(): URLSearchParams {
  const url = new URL(location.href)
  const pairs = [...url.searchParams]
  const link = new URLSearchParams(pairs.filter(([name]) => isDemoParameter(name)))
  if (link.size > 0) {
    url.search = new URLSearchParams(pairs.filter((pair) => !isDemoParameter(pair[0]))).toString()
    history.replaceState(history.state, '', url)
  }
  return link
}
