import { eachWithId } from './publicApi.ts'
import { type Part, withKey } from './step.ts'

/** Invalid requests with a valid key. */
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
  for (const id of ids) yield* ask(`get the ticket ${id}`, 404, 'GET', `/v1/tickets/${id}`)
  yield* ask('get a ticket with a percent-encoded id', 200, 'GET', '/v1/tickets/%31')

  const pages = ['page=0', 'page=-1&itemsPerPage=0', 'itemsPerPage=101', 'page=x&itemsPerPage=x']
  const beyondEnd = ['page=99', 'page=999999999999999&itemsPerPage=100', 'page=1e3']
  for (const page of [...pages, ...beyondEnd]) {
    yield* ask(`list the tags with ${page}`, 200, 'GET', `/v1/tags?${page}`)
  }
  yield* ask(
    'a page of sorted tickets beyond the end',
    200,
    'GET',
    '/v1/tickets?page=999999999999999',
  )

  yield* ask('an unknown path', 404, 'GET', '/v1/tag_groups')
  yield* ask('a path with a trailing slash', 404, 'GET', '/v1/tags/1/')
  yield* ask('a wrong method', 405, 'PATCH', '/v1/tags/1', { body: {} })
  yield* ask('listing messages, which is not supported', 405, 'GET', '/v1/messages')
  yield* ask('a HEAD request for a list', 200, 'HEAD', '/v1/tags')
  yield* ask('a HEAD request for a tag that does not exist', 404, 'HEAD', '/v1/tags/9999')
  yield* ask('an OPTIONS request', 204, 'OPTIONS', '/v1/tags/1')
  yield* ask('an OPTIONS request for an unknown path', 404, 'OPTIONS', '/v1/nothing')

  yield* ask('no body', 400, 'POST', '/v1/tags')
  yield* ask('invalid JSON', 400, 'POST', '/v1/tags', { body: '{"name":' })
  yield* ask('JSON that is not an object', 400, 'POST', '/v1/tags', { body: [] })
  yield* ask('another content type', 400, 'POST', '/v1/tags', {
    body: '<tag/>',
    headers: { 'Content-Type': 'text/xml' },
  })
  yield* ask('a form instead of JSON', 400, 'POST', '/v1/tags', {
    form: { files: [], texts: { name: 'Fragile' } },
  })
  yield* ask('a body that is too large', 413, 'POST', '/v1/tags', { body: 'x'.repeat(2_000_001) })
  yield* ask('a number that is too large', 400, 'POST', '/v1/tags', {
    body: '{"name":"Big","tag_group_id":1e999}',
  })
  yield* ask('unknown fields are ignored', 200, 'PUT', '/v1/tags/1', {
    body: { colour: 'red', __proto__: null },
  })
}

/** Requests with ids that do not exist. */
export function* lost(key: string): Part {
  yield* eachWithId(withKey(key), 'with an unknown id', 404)
}
