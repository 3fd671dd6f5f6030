import { operationGroups } from '#src/api/apiReference.ts'

/** The chapters of the guide. Each anchor is the id of a heading, and part of links to the reference. */
export const chapters = [
  { anchor: 'authentication', title: 'reference.authentication.title' },
  { anchor: 'paging', title: 'reference.paging.title' },
  { anchor: 'dates', title: 'reference.dates.title' },
  { anchor: 'errors', title: 'reference.errors.title' },
  { anchor: 'rate-limit', title: 'reference.limit.title' },
  { anchor: 'token-link', title: 'reference.tokenLink.title' },
] as const

/** Returns the anchor of a feature's operations, or of those that any token may call. */
export function groupAnchor(feature: string | null): string {
  return `feature-${feature ?? 'any'}`
}

/** Returns the key of a group's name in the locale files. */
export function groupTitle(feature: string | null): string {
  return feature === null ? 'reference.anyToken' : `apiTokens.features.${feature}`
}

/** The anchors of all sections, from the top of the page to its end. */
export const sectionAnchors: readonly string[] = [
  ...chapters.map(({ anchor }) => anchor),
  ...operationGroups.map(({ feature }) => groupAnchor(feature)),
]
