import type { LocationQuery } from 'vue-router'

/** More than any list has, and few enough for every service. */
const maxPage = 1_000_000_000

/**
 * Reads the page of a list from a URL parameter. Anything but a page number is the first page. A number that no list reaches, such
 * as 1e99, is a page after the last one: the list then goes to its last page.
 */
export function parsePageNumber(parameter: LocationQuery[string] | undefined): number {
  const page = typeof parameter === 'string' ? Number(parameter) : NaN
  const isWhole = Number.isInteger(page) || page === Infinity
  return isWhole && page >= 1 ? Math.min(page, maxPage) : 1
}
