import { defineQueryOptions } from '@pinia/colada'

import { api, type Schema, unwrapMutation, unwrapResponse } from '#src/api/client.ts'
import type { RuleName, TokenRules } from '#src/shared/tokenRules.ts'

/** The rules, and the ETag of the version that was read, for `saveRules`. */
export interface RulesVersion {
  current: Schema<'CurrentRules'>
  etag: string
}

/** The rules of the business. */
export const rulesQuery = defineQueryOptions({
  key: ['rules'],
  query: async ({ signal }) => versionOf(await unwrapResponse(api.GET('/api/rules', { signal }))),
})

/**
 * Saves the rules if they still have the given version.
 *
 * @throws ApiError `version-changed` if somebody else saved first. Nothing is changed then.
 */
export async function saveRules(etag: string, rules: TokenRules): Promise<RulesVersion> {
  const call = api.PUT('/api/rules', { params: { header: { 'If-Match': etag } }, body: rules })
  return versionOf(await unwrapMutation(call))
}

/** Returns how many tokens break a rule; undefined if the rule is not in force. */
export function tokensBreaking({ breaking }: Schema<'CurrentRules'>, rule: RuleName) {
  return breaking.find((broken) => broken.rule === rule)?.tokens
}

function versionOf(answer: { data: Schema<'CurrentRules'>; response: Response }): RulesVersion {
  return { current: answer.data, etag: answer.response.headers.get('etag') ?? '' }
}
