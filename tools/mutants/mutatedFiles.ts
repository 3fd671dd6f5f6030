/** The code that the mutation tests change, as patterns of paths. */
export const mutatedFiles: string[] = [
  // Domain rules.
  'src/mock/domain/*.ts',
  'src/shared/*.ts',
  // Authorization: the management API, then the public API.
  'src/mock/server/server.ts',
  'src/mock/server/session.ts',
  'src/mock/publicApi/request/checkRequest.ts',
  'src/mock/publicApi/access/credentials.ts',
  'src/mock/publicApi/access/keyCharacters.ts',
  'src/mock/publicApi/publicApi.ts',
  // What a client sends: languages, cookies, numbers, bodies, hosts.
  'src/mock/server/http/acceptLanguage.ts',
  'src/mock/server/http/cookies.ts',
  'src/mock/server/contract/violations.ts',
  'src/mock/publicApi/request/parseInteger.ts',
  'src/mock/transports/requestUrl.ts',
  // Parsers of URL parameters.
  'src/mock/demo/demoLink.ts',
  'src/features/api-tokens/activity/activityView.ts',
  'src/features/api-tokens/list/tokenListView.ts',
  'src/features/api-tokens/replacement/proposal.ts',
  'src/features/api-tokens/prefill/parsePrefillLink.ts',
  // The search for leaked keys.
  'src/features/api-tokens/leaked-keys/keyFinder.ts',
]
