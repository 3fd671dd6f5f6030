import { assertOneOf } from '../assertOneOf.ts'
import { accessLevelLabels, featureLabels, statusLabels } from '../words/labels.ts'
import type { MessageKey } from '../words/messageKey.ts'
import type { Words } from '../words/words.ts'
import {
  earlierLabels,
  type EarlierLabel,
  namesIn,
  type TokenFilterLabel,
} from './tokenListNames.ts'

/** The filters, each with its own options. Any other option is a name or a number of days. */
const filters: Record<
  TokenFilterLabel,
  { key: MessageKey; options: Readonly<Record<string, MessageKey>> }
> = {
  Access: {
    key: 'tokenList.filters.access',
    options: { 'Any access': 'tokenList.filters.anyAccess', ...accessLevelLabels },
  },
  Status: {
    key: 'tokenList.filters.status',
    options: { 'Any status': 'tokenList.filters.anyStatus', ...statusLabels },
  },
  Feature: {
    key: 'tokenList.filters.feature',
    options: { 'Any feature': 'tokenList.filters.anyFeature', ...featureLabels },
  },
  'Created by': {
    key: 'tokenList.filters.madeBy',
    options: {
      Everyone: 'tokenList.filters.anybody',
      'Former user': 'tokenList.filters.somebody',
    },
  },
  'Not used for': {
    key: 'tokenList.filters.unusedFor',
    options: {
      'Any time': 'tokenList.filters.anyTime',
      'Never used': 'tokenList.filters.neverUsed',
    },
  },
  'Expires within': {
    key: 'tokenList.filters.expiring',
    options: { 'Any time': 'tokenList.filters.anyTime' },
  },
}

/**
 * Returns the message of a filter's label, and the text of its option on the page.
 *
 * @param option in English: "Paused", "30 days", or a name.
 * @throws Error that lists the labels, if there is no such filter.
 */
export function filterTexts(
  words: Words,
  label: TokenFilterLabel | EarlierLabel,
  option: string,
): { key: MessageKey; text: string } {
  const name = label === 'May use' || label === 'Made by' ? earlierLabels[label] : label
  assertOneOf('a filter', name, namesIn(filters))
  const { key, options } = filters[name]
  const optionKey = new Map(Object.entries(options)).get(option)
  if (optionKey) return { key, text: words.text(optionKey) }
  const [, days] = /^(\d+) days?$/.exec(option) ?? []
  if (name === 'Created by' || days === undefined) return { key, text: option }
  return { key, text: words.text('tokenList.days', { count: Number(days) }) }
}
