import { eachWithId } from './publicApi.ts'
import { type Part, withKey } from './step.ts'

/** An application that does everything wrong, with a token that is right. */
export function* wrongRequests(key: string): Part {
  const ask = withKey(key)
  const ids = [
    '0',
    '-1',
    'text',
    '1.5',
    '99999999999999999999',
    '999999999999999',
    '%E0%A4%A',
    '21',
  ]
  for (const id of ids) yield* ask(`the ticket ${id}`, 404, 'GET', `/v1/tickets/${id}`)
  yield* ask('an id in disguise', 200, 'GET', '/v1/tickets/%31')

  const pages = ['page=0', 'page=-1&itemsPerPage=0', 'itemsPerPage=101', 'page=x&itemsPerPage=x']
  const far = ['page=99', 'page=999999999999999&itemsPerPage=100', 'page=1e3']
  for (const page of [...pages, ...far]) {
    yield* ask(`the tags with ${page}`, 200, 'GET', `/v1/tags?${page}`)
  }
  yield* ask('a far page of what is sorted', 200, 'GET', '/v1/tickets?page=999999999999999')

  yield* ask('nothing is here', 404, 'GET', '/v1/tag_groups')
  yield* ask('a slash too many', 404, 'GET', '/v1/tags/1/')
  yield* ask('no such method', 405, 'PATCH', '/v1/tags/1', { body: {} })
  yield* ask('a message cannot be listed', 405, 'GET', '/v1/messages')
  yield* ask('the headers of a list alone', 200, 'HEAD', '/v1/tags')
  yield* ask('the headers of nothing', 404, 'HEAD', '/v1/tags/9999')
  yield* ask('the options', 204, 'OPTIONS', '/v1/tags/1')
  yield* ask('the options of nothing', 404, 'OPTIONS', '/v1/nothing')

  yield* ask('no body', 400, 'POST', '/v1/tags')
  yield* ask('no JSON', 400, 'POST', '/v1/tags', { body: '{"name":' })
  yield* ask('JSON that is no object', 400, 'POST', '/v1/tags', { body: [] })
  yield* ask('another content type', 400, 'POST', '/v1/tags', {
    body: '<tag/>',
    headers: { 'Content-Type': 'text/xml' },
  })
  yield* ask('a form where none is taken', 400, 'POST', '/v1/tags', {
    form: { files: [], texts: { name: 'Fragile' } },
  })
  yield* ask('a body without an end', 400, 'POST', '/v1/tags', { body: 'x'.repeat(2_000_001) })
  yield* ask('numbers beyond all bounds', 400, 'POST', '/v1/tags', {
    body: '{"name":"Big","tag_group_id":1e999}',
  })
  yield* ask('what nobody knows is left aside', 200, 'PUT', '/v1/tags/1', {
    body: { colour: 'red', __proto__: null },
  })
}

/** An application that asks for what is not there. */
export function* lost(key: string): Part {
  yield* eachWithId(withKey(key), 'of nothing', 404)
}
