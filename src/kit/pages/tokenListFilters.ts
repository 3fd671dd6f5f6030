import {
  accessLevelValues,
  featureValues,
  refusalFilterValues,
  ruleFilterValues,
  tokenSortValues,
  tokenStatusValues,
} from '#src/api/generated/values.ts'

import { assertOneOf } from '../assertOneOf.ts'
import { checkQuery } from './checkQuery.ts'

const filterLabels = [
  'Access',
  'Status',
  'Feature',
  'Created by',
  'Not used for',
  'Expires within',
] as const
export type TokenFilterLabel = (typeof filterLabels)[number]

/** Earlier labels of filters. */
const earlierLabels = { 'May use': 'Feature', 'Made by': 'Created by' } as const
export type EarlierLabel = keyof typeof earlierLabels

export const quickFilters = ['Unused', 'Expiring', 'Failing'] as const
export type QuickFilter = (typeof quickFilters)[number]

/** Returns the label of a filter on the page. @throws Error that lists the labels, if there is no such filter. */
export function filterLabelOf(label: TokenFilterLabel | EarlierLabel): TokenFilterLabel {
  const name = label === 'May use' || label === 'Made by' ? earlierLabels[label] : label
  assertOneOf('a filter', name, filterLabels)
  return name
}

/** @throws Error that lists the parameters or values of the list's URL, if one does not exist. */
export function checkListQuery(query: Readonly<Record<string, string>>): void {
  checkQuery(query, {
    page: null,
    pageSize: null,
    sort: tokenSortValues,
    search: null,
    access: accessLevelValues,
    status: tokenStatusValues,
    feature: featureValues,
    madeBy: null,
    neverUsed: ['true'],
    unusedFor: null,
    expiring: null,
    breaks: ruleFilterValues,
    refused: refusalFilterValues,
  })
}
