import type { RouteLocationRaw } from 'vue-router'

import { featureValues } from '#src/api/generated/values.ts'

import type { TokenAdvice } from './adviceApi.ts'

/** The page that replaces a token, with the access filled in that is enough for it. */
export function replacementFor(
  tokenId: string,
  { accessLevel, permissions }: NonNullable<TokenAdvice['proposed']>,
): RouteLocationRaw {
  const given = featureValues.filter((feature) => permissions[feature] !== 'no_access')
  const features = accessLevel === 'custom' ? given : []
  const chosen = Object.fromEntries(features.map((feature) => [feature, permissions[feature]]))
  return {
    name: 'replace-token',
    params: { tokenId },
    query: { level: accessLevel, ...chosen },
  }
}
