import { describe, expect, it } from 'vitest'

import { checkBody, checkPath, checkQuery } from '#src/mock/publicApi/request/checkRequest.ts'
import { EdeskError } from '#src/mock/publicApi/edeskError.ts'
import type { Route } from '#src/mock/server/contract/routes.ts'

const inQuery = (name: string, schema: object) => ({ name, in: 'query', required: false, schema })
const listing: Route = {
  operationId: 'listTickets',
  method: 'GET',
  path: '/v1/tickets',
  parameters: [
    inQuery('page', { type: 'integer' }),
    inQuery('itemsPerPage', { type: 'integer' }),
    inQuery('contact', { type: 'integer' }),
    inQuery('order', { type: 'string', maxLength: 5 }),
    inQuery('name', { $ref: '#/$defs/RequestName' }),
    inQuery('direction', { type: 'string', enum: ['asc', 'desc'] }),
    inQuery('since', { type: 'string', format: 'date' }),
    { name: 'X-Trace', in: 'header', required: false, schema: { type: 'integer' } },
  ],
  responses: {},
}
const writing: Route = {
  ...listing,
  parameters: [],
  body: {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, count: { type: 'integer' } },
  },
}

const query = (text: string) => checkQuery(listing, text)

/** The status and the details of a refusal. */
function refusal(check: () => unknown) {
  try {
    check()
  } catch (error) {
    if (error instanceof EdeskError) return [error.status, error.details]
    throw error
  }
  throw new Error('The request was not refused.')
}

describe('the ids in a path', () => {
  it('are integers of at most 15 digits', () => {
    expect(checkPath({ ticketId: '7', noteId: '999999999999999' })).toEqual({
      ticketId: 7,
      noteId: 999_999_999_999_999,
    })
    expect(checkPath({})).toEqual({})
  })

  it.each(['0', '-1', '01', '1.0', '1e3', 'x', '1x', 'x1', '', ' 1', '9'.repeat(16)])(
    'cannot be %j',
    (id) => {
      expect(refusal(() => checkPath({ id: '1', other: id }))).toEqual([
        404,
        'There is nothing with this id.',
      ])
    },
  )
})

describe('a query', () => {
  const first = { page: 1, itemsPerPage: 20 }

  it('has its filters by name, and page and page length in any letter case', () => {
    expect(query('')).toEqual(first)
    expect(query('contact=12&order=12345&direction=asc&since=2028-02-29&page=2')).toEqual({
      contact: 12,
      order: '12345',
      direction: 'asc',
      since: '2028-02-29',
      page: 2,
      itemsPerPage: 20,
    })
  })

  it('can contain a negative number, or one too long to be exact', () => {
    expect(query('contact=-3').contact).toBe(-3)
    expect(query(`contact=${'9'.repeat(30)}`).contact).toBe(Number.MAX_SAFE_INTEGER)
    expect(query(`contact=-${'9'.repeat(30)}`).contact).toBe(Number.MIN_SAFE_INTEGER)
  })

  it('ignores unknown parameters and parameters named like headers', () => {
    expect(query('colour=red&X-Trace=abc')).toEqual(first)
  })

  it.each([
    ['contact=x', { contact: '4005' }],
    ['contact=1.5', { contact: '4005' }],
    ['contact=1x', { contact: '4005' }],
    ['contact=x1', { contact: '4005' }],
    ['contact=', { contact: '4005' }],
    ['order=123456', { order: '4020' }],
    [`name=${'x'.repeat(256)}`, { name: '4020' }],
    ['direction=up', { direction: '4007' }],
    ['since=2027-02-29', { since: '4010' }],
    ['contact=x&since=today', { contact: '4005', since: '4010' }],
  ])('with %s is refused, with all errors', (text, codes) => {
    expect(refusal(() => query(text))).toEqual([400, codes])
  })

  it('with parameters that are sent twice or not UTF-8 is refused, with all errors', () => {
    expect(refusal(() => query('contact=1&contact=2&order=%FF&colour=red&colour=blue'))).toEqual([
      400,
      'contact is sent more than once. order is not valid UTF-8.',
    ])
  })

  it.each([
    ['page=1&itemsPerPage=1', 1, 1],
    ['page=0&itemsPerPage=0', 1, 20],
    ['page=-1&itemsPerPage=-1', 1, 20],
    ['page=x&itemsPerPage=x', 1, 20],
    ['itemsPerPage=100', 1, 100],
    ['itemsPerPage=101', 1, 100],
    ['itemsPerPage=99', 1, 99],
  ])('with %s is page %d with %d items', (text, page, itemsPerPage) => {
    expect(query(text)).toEqual({ page, itemsPerPage })
  })
})

describe('a body', () => {
  const read = (json: unknown) => ({ json, form: undefined })

  it('is accepted unchanged if it matches the contract', () => {
    const json = { name: 'a', count: 1, colour: 'red' }
    expect(checkBody(writing, read(json))).toBe(json)
  })

  it('is ignored if the operation takes none', () => {
    expect(checkBody(listing, read({}))).toBeUndefined()
  })

  it('is empty if files were sent as a form', () => {
    const form = { files: [], texts: {} }
    expect(checkBody(writing, { json: undefined, form })).toEqual({})
  })

  it.each([[null], [[]], ['text'], [7], [undefined]])('must be an object, not %j', (json) => {
    expect(refusal(() => checkBody(writing, read(json)))).toEqual([
      400,
      'The body must be a JSON object.',
    ])
  })

  it('is refused with the code of each invalid field', () => {
    const [status, details] = refusal(() => checkBody(writing, read({ count: 'many' })))
    expect(status).toBe(400)
    expect(Object.keys(details ?? {}).sort()).toEqual(['count', 'name'])
  })

  it('is refused if its name contains a key', () => {
    const body = { name: `Key edesk_${'a'.repeat(36)}` }
    expect(refusal(() => checkBody(writing, read(body)))).toEqual([400, { name: '4007' }])
    expect(checkBody(writing, read({ ...body, name: 'edesk_' }))).toEqual({ name: 'edesk_' })
  })
})
