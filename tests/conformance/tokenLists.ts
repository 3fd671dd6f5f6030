import { generate } from './generate.ts'
import { ask, type Part } from './step.ts'

/** Filters and batches. */
export function* filtersAndBatches(): Part {
  const filters = [
    'search=ＥＭＩＬＥ',
    'search=é&access=custom&feature=tickets&madeBy=usr_alex',
    'search=nobody',
    'status=active&pageSize=2',
    'status=failing',
    'neverUsed=true&sort=-lastUsedAt',
    'neverUsed=false&sort=lastUsedAt',
    'unusedFor=30&sort=-expiresAt',
    'expiring=14&sort=expiresAt&page=2',
    'refused=today',
  ]
  for (const filter of filters) {
    yield* ask(`list the tokens with ${filter}`, 200, 'GET', `/api/tokens?${filter}`)
    yield* ask(`list the token ids with ${filter}`, 200, 'GET', `/api/token-ids?${filter}`)
  }
  const wrong = [
    'neverUsed=maybe',
    'unusedFor=0',
    'expiring=soon',
    'refused=yesterday',
    'feature=all',
    'access=none',
    'status=gone',
  ]
  for (const filter of [...wrong, `search=${'x'.repeat(201)}`]) {
    yield* ask(`list the tokens with ${filter}`, 400, 'GET', `/api/tokens?${filter}`)
    yield* ask(`list the token ids with ${filter}`, 400, 'GET', `/api/token-ids?${filter}`)
  }
  yield* order()
  const one = yield* generate('One of two')
  const other = yield* generate('The other of two')
  const batch = (body: unknown) => ['POST', '/api/token-batches', { body }] as const
  const ids = [one.id, 'tok_none', other.id]
  const lookUp = (body: unknown) => ['POST', '/api/token-lookups', { body }] as const
  yield* ask('get several tokens by id', 200, ...lookUp({ ids }))
  yield* ask('get an empty list of tokens', 422, ...lookUp({ ids: [] }))
  yield* ask('get tokens with a body that is not JSON', 400, ...lookUp('{'))
  yield* ask('list the activity before an entry', 200, 'GET', '/api/activity?before=3&pageSize=2')
  yield* ask('list the activity before an unknown entry', 200, 'GET', '/api/activity?before=999')
  yield* ask('list the activity before no entry', 400, 'GET', '/api/activity?before=0')
  yield* ask('pause several tokens', 200, ...batch({ action: 'pause', ids }))
  yield* ask('delete several tokens', 200, ...batch({ action: 'delete', ids }))
  yield* ask('delete the same tokens again', 200, ...batch({ action: 'delete', ids }))
  yield* ask('send an unknown action for several tokens', 422, ...batch({ action: 'sell', ids }))
  yield* ask('delete an empty list of tokens', 422, ...batch({ action: 'delete', ids: [] }))
  yield* ask(
    'delete a list that contains a token twice',
    422,
    ...batch({ action: 'delete', ids: ['tok_1', 'tok_1'] }),
  )
  const many = Array.from({ length: 101 }, (_, number) => `tok_${number}`)
  yield* ask('delete more than a hundred tokens', 422, ...batch({ action: 'delete', ids: many }))
  yield* ask('send a batch that is not JSON', 400, ...batch('{'))
}

/** The order of names, and a search that ignores accents and the order of words: in both directions, along an index and not. */
function* order(): Part {
  for (const name of ['Token 10', 'Zebra', 'Łódź returns', 'Token 2', 'ärzte (été)']) {
    yield* generate(name)
  }
  const queries = ['sort=name', 'sort=-name', 'sort=name&neverUsed=true', 'sort=-name&search=t']
  for (const query of [...queries, 'search=returns+lodz', 'search=ETE+arzte']) {
    yield* ask(`list the tokens with ${query}`, 200, 'GET', `/api/tokens?${query}`)
  }
  yield* languages()
}

/** The order of names and the search in the language of the reader. */
function* languages(): Part {
  for (const name of ['Lz', 'nz', 'Ñandú', 'زبون', 'カメラ', 'Müller']) yield* generate(name)
  for (const language of ['de-AT,de;q=0.9', 'es', 'pl', 'ar', 'ja', 'tlh', 'pl;q=high']) {
    const headers = { 'Accept-Language': language }
    const lists = [
      'tokens?sort=-name&pageSize=5&page=2',
      'tokens?search=mueller&sort=name',
      'users',
    ]
    for (const list of [...lists, 'token-ids?search=かめら', 'activity/tokens?name=l']) {
      yield* ask(`list the ${list} in ${language}`, 200, 'GET', `/api/${list}`, { headers })
    }
  }
}
