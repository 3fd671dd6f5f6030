import type { useI18n } from 'vue-i18n'

import { featureValues } from '#src/api/generated/values.ts'
import '#src/locales/apiTokens.ts'
import '#src/locales/lifecycle.ts'
import '#src/locales/places.ts'
import '#src/locales/requests.ts'
import '#src/locales/tokenList.ts'
import { type BusinessNow, businessDay } from '#src/shared/businessDay.ts'
import { formatCsv } from '#src/ui/lib/csv.ts'
import { saveFile } from '#src/ui/lib/saveFile.ts'
import { programText } from '#src/ui/lib/programText.ts'

import type { Token } from '../token/tokenApi.ts'

type Translate = ReturnType<typeof useI18n>['t']

/**
 * The cells for a token, by column, in the words of the page's language; times, numbers, key endings and addresses are the same in
 * all languages. They contain no secret: keys are stored nowhere.
 */
const cells = {
  name: ({ name }: Token) => name,
  description: ({ description }: Token) => description,
  status: ({ status }: Token, t: Translate) => t(`lifecycle.statuses.${status}`),
  access: ({ accessLevel }: Token, t: Translate) => t(`apiTokens.levels.${accessLevel}`),
  features: ({ permissions }: Token, t: Translate) =>
    featureValues
      .filter((feature) => permissions[feature] !== 'no_access')
      .map((feature) => {
        const permission = t(`apiTokens.permissions.${permissions[feature]}`)
        return `${t(`apiTokens.features.${feature}`)}: ${permission}`
      })
      .join('; '),
  // As in the list. Without the ellipsis, a spreadsheet would turn endings such as 46e4 into numbers.
  keyEnding: ({ keyEnding }: Token) => `…${keyEnding}`,
  created: ({ createdAt }: Token) => createdAt,
  createdBy: ({ createdBy }: Token) => createdBy.name,
  lastUsed: ({ lastUsedAt }: Token) => lastUsedAt ?? '',
  expires: ({ expiresAt }: Token, t: Translate) => expiresAt ?? t('lifecycle.never'),
  paused: ({ pausedAt }: Token) => pausedAt ?? '',
  places: ({ places }: Token) => places.count,
  lastAddress: ({ places: { last } }: Token, t: Translate) =>
    last ? (last.address ?? t('requests.unknownAddress')) : '',
  lastProgram: ({ places: { last } }: Token, t: Translate) =>
    last ? programText(last.client, t) : '',
}
const columns = Object.keys(cells) as (keyof typeof cells)[]

/** Returns the row of a token. */
export function tokenRow(token: Token, t: Translate): (string | number)[] {
  return columns.map((column) => cells[column](token, t))
}

/** Saves rows as a CSV file through the browser, with today's date in its name. */
export function saveTokenCsv(
  rows: Iterable<readonly (string | number)[]>,
  { now, timeZone }: BusinessNow,
  t: Translate,
): void {
  const header = columns.map((column) => t(`tokenList.export.columns.${column}`))
  const name = `api-tokens-${businessDay(now, timeZone)}.csv`
  saveFile(name, formatCsv([header, ...rows]), 'text/csv')
}
