import {
  accessLevelValues,
  featureValues,
  refusalFilterValues,
  ruleFilterValues,
  tokenSortValues,
  tokenStatusValues,
} from '#src/api/generated/values.ts'

import { checkQuery } from './checkQuery.ts'

export type TokenFilterLabel =
  'Access' | 'Status' | 'Feature' | 'Created by' | 'Not used for' | 'Expires within'

/** Earlier labels of filters. */
export const earlierLabels = { 'May use': 'Feature', 'Made by': 'Created by' } as const
export type EarlierLabel = keyof typeof earlierLabels

export const quickFilters = {
  Unused: 'tokenList.quick.unused',
  Expiring: 'tokenList.quick.expiring',
  Failing: 'tokenList.quick.failing',
} as const
export type QuickFilter = keyof typeof quickFilters

/** The titles of the dialog for several tokens, before and after its confirmation. */
export const batchTitles = [
  'tokenList.batch.delete.question',
  'tokenList.batch.delete.title',
  'tokenList.batch.pause.question',
  'tokenList.batch.pause.title',
  'tokenList.batch.resume.question',
  'tokenList.batch.resume.title',
] as const

export const menuItems = {
  'Replace token': 'lifecycle.replace',
  'Pause token': 'lifecycle.pause',
  'Resume token': 'lifecycle.resume',
  'Delete token': 'lifecycle.delete',
} as const
export type MenuItem = keyof typeof menuItems

export const tokenColumns = {
  Name: 'tokenList.columns.name',
  Access: 'apiTokens.access',
  Status: 'tokenList.columns.status',
  'Last used': 'apiTokens.lastUsed',
  Expires: 'tokenList.columns.expires',
  Created: 'tokenList.columns.created',
} as const

/** Returns the names that tests use. */
export function namesIn<Name extends string>(labels: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(labels) as Name[]
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
