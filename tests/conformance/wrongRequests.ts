import { deflateSync, gzipSync } from 'node:zlib'

import { eachWithId } from './publicApi.ts'
import { idIn, type Part, withKey } from './step.ts'

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
  for (const path of [
    '/v1/tags/1/',
    '/v1//tags',
    '//v1/tags',
    '/v1/',
    '//v1//tags/',
    '/%76%31/nothing',
  ]) {
    yield* ask(`the path ${path}`, 404, 'GET', path)
  }
  yield* ask('a path with percent-encoded letters', 200, 'GET', '/v1/%74ag%73/%31')
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

/** Bytes of bodies and characters of keys that platforms read in different ways, or not at all. */
export function* wrongBytes(key: string): Part {
  const ask = withKey(key)
  const json = '{"name":"Caf\u00e9","tag_group_id":1}'
  const utf8 = [...Buffer.from(json)]
  const latin1 = [...Buffer.from(json, 'latin1')]
  const coding = (name: string) => ({ headers: { 'Content-Encoding': name } })
  const charset = (name: string) => ({
    headers: { 'Content-Type': `application/json; charset=${name}` },
  })
  yield* ask('a body in Latin-1', 400, 'POST', '/v1/tags', { bytes: latin1 })
  yield* ask('a body in Latin-1 that says so', 415, 'POST', '/v1/tags', {
    bytes: latin1,
    ...charset('iso-8859-1'),
  })
  yield* ask('a body in UTF-8 that says so', 200, 'POST', '/v1/tags', {
    bytes: utf8,
    ...charset('"UTF-8"'),
  })
  const other = (name: string) => [...Buffer.from(json.replace('Caf', name))]
  yield* ask('a gzipped body', 200, 'POST', '/v1/tags', {
    bytes: [...gzipSync(new Uint8Array(other('Gzip')))],
    ...coding('GZIP'),
  })
  yield* ask('a deflated body', 200, 'POST', '/v1/tags', {
    bytes: [...deflateSync(new Uint8Array(other('Deflate')))],
    ...coding('deflate'),
  })
  yield* ask('a body that is not gzipped', 400, 'POST', '/v1/tags', {
    bytes: utf8,
    ...coding('gzip'),
  })
  yield* ask('a gzipped body that is cut off', 400, 'POST', '/v1/tags', {
    bytes: [...gzipSync(new Uint8Array(utf8))].slice(0, -12),
    ...coding('gzip'),
  })
  yield* ask('a small body that decodes to a large one', 413, 'POST', '/v1/tags', {
    bytes: [...gzipSync(new Uint8Array(2_000_001))],
    ...coding('gzip'),
  })
  for (const name of ['br', 'zstd', 'gzip, gzip', 'nonsense']) {
    yield* ask(`the content coding ${name}`, 415, 'POST', '/v1/tags', {
      bytes: utf8,
      ...coding(name),
    })
  }
  yield* ask(
    'a filter that is sent twice',
    400,
    'GET',
    '/v1/tickets?filter_status_equals=Open&filter_status_equals=Closed',
  )
  yield* ask('a filter that is not UTF-8', 400, 'GET', '/v1/contacts?name=Caf%E9')

  yield* forms(key)
  for (const [what, value] of [
    ['quotation marks around the key', `Bearer "${key}"`],
    ['an apostrophe behind the key', `Bearer ${key}'`],
  ] as const) {
    const headers = { Authorization: value }
    yield* ask(what, 403, 'GET', '/v1/whoami', { headers })
  }
  yield* ask('a space in the key', 401, 'GET', '/v1/whoami', {
    headers: { Authorization: `Bearer ${key} x` },
  })
  yield* ask('a line end behind the key', 200, 'GET', '/v1/whoami', {
    headers: { Authorization: `Bearer ${key}\r\n` },
  })
}

/** Forms that platforms read in different ways. */
function* forms(key: string): Part {
  const ask = withKey(key)
  const note = idIn(
    yield* ask('create a note', 200, 'POST', '/v1/order-notes', {
      body: { sales_order_id: 1001, text: 'Photo' },
    }),
  )
  const path = `/v1/order-notes/${note}/attachments`
  const field = 'Content-Disposition: form-data; name="attachments[]"'
  const parts: [what: string, status: number, head: string][] = [
    ['a file name', 200, `${field}; filename="cat.jpg"`],
    ['a file name without quotes', 200, `${field}; filename=cat.jpg`],
    ['a file name with escaped quotes', 200, `${field}; filename="a\\"b%22c.jpg"`],
    ['filename* alone', 400, `${field}; filename*=UTF-8''cat.jpg`],
    ['filename* beside a file name', 400, `${field}; filename="cat.jpg"; filename*=UTF-8''cat.jpg`],
    ['a control character in a file name', 400, `${field}; filename="a%0Ab\u0001.jpg"`],
    ['no file name', 400, field],
    ['no name', 400, 'Content-Disposition: form-data; filename="cat.jpg"'],
    ['no disposition', 400, 'Content-Type: image/jpeg'],
  ]
  for (const [what, status, head] of parts) {
    yield* ask(`a part with ${what}`, status, 'POST', path, {
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
      bytes: [...Buffer.from(`--x\r\n${head}\r\n\r\nbytes\r\n--x--\r\n`)],
    })
  }
}

/** Requests with ids that do not exist. */
export function* lost(key: string): Part {
  yield* eachWithId(withKey(key), 'with an unknown id', 404)
}
