import type { LocationQuery } from 'vue-router'

/** Reads the page of a list from a URL parameter. Anything but a page number is the first page. */
export function parsePageNumber(parameter: LocationQuery[string] | undefined): number {
  const page = typeof parameter === 'string' ? Number(parameter) : NaN
  return Number.isSafeInteger(page) && page >= 1 ? page : 1
}
