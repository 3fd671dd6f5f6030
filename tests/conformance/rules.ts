import { generate } from './generate.ts'
import { ask, type Part } from './step.ts'

const noRules = {
  longestLife: null,
  fullAccess: 'allowed',
  descriptionRequired: false,
  addressesRequired: false,
  pauseUnusedAfter: null,
  maxTokens: null,
}

/** The rules of the business. At the end, there are none. */
export function* rules(): Part {
  const set = (body: unknown, ifMatch = '*') => ({ body, headers: { 'If-Match': ifMatch } })
  const path = '/api/rules'
  yield* generate('Ruled')
  yield* ask('get the rules, of which there are none', 200, 'GET', path)
  yield* ask('change the rules without a version', 428, 'PUT', path, { body: noRules })
  yield* ask('change an old version of the rules', 412, 'PUT', path, set(noRules, '"99"'))
  yield* ask(
    'set a number of days that is not offered',
    422,
    'PUT',
    path,
    set({ ...noRules, longestLife: 1 }),
  )
  yield* ask('change the rules with a body that is not JSON', 400, 'PUT', path, set('{'))
  yield* ask(
    'set rules that tokens break',
    200,
    'PUT',
    path,
    set({ ...noRules, longestLife: 30, fullAccess: 'per_feature', maxTokens: 1 }),
  )
  yield* ask('get the rules and the tokens that break them', 200, 'GET', path)
  yield* ask('list the tokens that break a rule', 200, 'GET', '/api/tokens?breaks=longest_life')
  yield* ask('list the tokens beyond the maximum', 200, 'GET', '/api/tokens?breaks=max_tokens')
  yield* ask('list the tokens that break any rule', 200, 'GET', '/api/tokens?breaks=any')
  yield* ask('list the ids that break any rule', 200, 'GET', '/api/token-ids?breaks=any')
  yield* ask('get the numbers of the overview', 200, 'GET', '/api/advice-overview')
  yield* ask('list the ids that break a rule', 200, 'GET', '/api/token-ids?breaks=full_access')
  yield* ask('list the tokens that break an unknown rule', 400, 'GET', '/api/tokens?breaks=luck')
  const body = { name: 'Too many', accessLevel: 'full_access', expiresAt: null }
  const once = (key: string) => ({ 'Idempotency-Key': `beyond-the-rules-${key}` })
  yield* ask('generate one more token than allowed', 409, 'POST', '/api/tokens', {
    body,
    headers: once('1'),
  })
  yield* ask('allow more tokens', 200, 'PUT', path, set({ ...noRules, fullAccess: 'per_feature' }))
  yield* ask('generate a token that breaks a rule', 422, 'POST', '/api/tokens', {
    body,
    headers: once('2'),
  })
  yield* ask('remove all rules', 200, 'PUT', path, set(noRules))
}
