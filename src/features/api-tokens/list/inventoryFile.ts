import type { useI18n } from 'vue-i18n'

import { featureValues } from '#src/api/generated/values.ts'
import '#src/locales/apiTokens.ts'
import '#src/locales/tokenLife.ts'
import '#src/locales/tokenList.ts'
import { csvOf } from '#src/ui/csv.ts'
import { saveFile } from '#src/ui/saveFile.ts'

import type { Token } from '../tokenApi.ts'

type Words = ReturnType<typeof useI18n>['t']

/** What a file says of each token, by column. It holds no secret: a key is kept nowhere. */
const cells = {
  name: ({ name }: Token) => name,
  description: ({ description }: Token) => description,
  status: ({ status }: Token, t: Words) => t(`tokenLife.statuses.${status}`),
  access: ({ accessLevel }: Token, t: Words) => t(`apiTokens.levels.${accessLevel}`),
  features: ({ permissions }: Token, t: Words) =>
    featureValues
      .filter((feature) => permissions[feature] !== 'no_access')
      .map((feature) => {
        const permission = t(`apiTokens.permissions.${permissions[feature]}`)
        return `${t(`apiTokens.features.${feature}`)}: ${permission}`
      })
      .join('; '),
  keyEnding: ({ keyEnding }: Token) => keyEnding,
  created: ({ createdAt }: Token) => createdAt,
  createdBy: ({ createdBy }: Token) => createdBy.name,
  lastUsed: ({ lastUsedAt }: Token) => lastUsedAt ?? '',
  expires: ({ expiresAt }: Token, t: Words) => expiresAt ?? t('tokenLife.never'),
  paused: ({ pausedAt }: Token) => pausedAt ?? '',
}
const columns = Object.keys(cells) as (keyof typeof cells)[]

/** The line of a token. */
export function inventoryRow(token: Token, t: Words): string[] {
  return columns.map((column) => cells[column](token, t))
}

/** Lets the browser save the lines of tokens as a file, under the date of a day. */
export function saveInventory(rows: Iterable<readonly string[]>, day: Date, t: Words): void {
  const header = columns.map((column) => t(`tokenList.export.columns.${column}`))
  const name = `api-tokens-${day.toISOString().slice(0, 10)}.csv`
  saveFile(name, csvOf([header, ...rows]), 'text/csv')
}
