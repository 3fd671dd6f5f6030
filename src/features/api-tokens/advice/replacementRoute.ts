import type { RouteLocationRaw } from 'vue-router'

import { accessQuery } from '../prefill/accessParameters.ts'
import type { TokenAdvice } from './adviceApi.ts'

/** Returns the route of the page that replaces a token, with the proposed access filled in. */
export function replacementRoute(
  tokenId: string,
  { accessLevel, permissions }: NonNullable<TokenAdvice['proposed']>,
): RouteLocationRaw {
  const query = accessQuery({ level: accessLevel, permissions })
  return { name: 'replace-token', params: { tokenId }, query }
}
