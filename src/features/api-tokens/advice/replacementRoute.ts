import type { RouteLocationRaw } from 'vue-router'

import { featureValues } from '#src/api/generated/values.ts'

import type { TokenAdvice } from './adviceApi.ts'

/** Returns the route of the page that replaces a token, with the proposed access filled in. */
export function replacementRoute(
  tokenId: string,
  { accessLevel, permissions }: NonNullable<TokenAdvice['proposed']>,
): RouteLocationRaw {
  const granted = featureValues.filter((feature) => permissions[feature] !== 'no_access')
  const features = accessLevel === 'custom' ? granted : []
  const chosen = Object.fromEntries(features.map((feature) => [feature, permissions[feature]]))
  return {
    name: 'replace-token',
    params: { tokenId },
    query: { level: accessLevel, ...chosen },
  }
}
