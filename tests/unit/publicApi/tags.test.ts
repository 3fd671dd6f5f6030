import { describe, expect, it } from 'vitest'

import { helpdeskData, helpdeskOf } from '../../support/helpdesk.ts'
import { connect, dataOf, statusAndDetails } from '../../support/publicApi/application.ts'

const late = {
  id: 1,
  name: 'Late parcel',
  active: true,
  tag_group_id: 1,
  color: 'FF5722',
  icon: 'truck',
}

describe('the tags of a business', () => {
  it('are listed by id, in pages', async () => {
    const { application } = await connect()
    const { body } = await application('GET', '/v1/tags?itemsPerPage=1')
    expect(body).toEqual({
      data: [late],
      paginator: { currentPage: 1, itemsPerPage: 1, totalItemsCount: 2 },
    })
  })

  it('can be read one by one', async () => {
    const { application } = await connect()
    expect(dataOf(await application('GET', '/v1/tags/1'))).toEqual(late)
  })
})

describe('a new tag', () => {
  it('is listed immediately, active, and without optional values', async () => {
    const { application } = await connect()
    const made = await application('POST', '/v1/tags', {
      body: { name: 'Fragile', tag_group_id: 2 },
    })
    const tag = {
      id: 101,
      name: 'Fragile',
      active: true,
      tag_group_id: 2,
      color: null,
      icon: null,
    }
    expect(made.body).toEqual({ data: tag })
    expect(dataOf(await application('GET', '/v1/tags/101'))).toEqual(tag)
    expect(dataOf(await application('GET', '/v1/tags?page=3&itemsPerPage=1'))).toEqual([tag])
  })

  it('has the given values', async () => {
    const { application } = await connect()
    const body = { name: 'Glass', tag_group_id: 1, color: 'F44336', icon: 'gift', active: false }
    expect(dataOf(await application('POST', '/v1/tags', { body }))).toEqual({ id: 101, ...body })
  })

  it('accepts null for no color and no icon', async () => {
    const { application } = await connect()
    const body = { name: 'Plain', tag_group_id: 1, color: null, icon: null }
    expect(dataOf(await application('POST', '/v1/tags', { body }))).toMatchObject(body)
  })

  it.each([
    [{}, '400 {"name":"4001","tag_group_id":"4001"}'],
    [{ name: ' \u2003', tag_group_id: 1 }, '400 {"name":"4001"}'],
    [{ name: 'x'.repeat(256), tag_group_id: 1 }, '400 {"name":"4020"}'],
    [{ name: `%65desk_${'0'.repeat(36)}`, tag_group_id: 1 }, '400 {"name":"4007"}'],
    [{ name: 'Address', tag_group_id: 99 }, '400 {"name":"4003","tag_group_id":"4002"}'],
    [{ name: 'aDDRESS', tag_group_id: 1 }, '400 {"name":"4003"}'],
    [{ name: 'Fragile', tag_group_id: 21 }, '400 {"tag_group_id":"4002"}'],
    [{ name: 'Fragile', tag_group_id: -1 }, '400 {"tag_group_id":"4002"}'],
    [{ name: 'Fragile', tag_group_id: 1e300 }, '400 {"tag_group_id":"4002"}'],
    [
      { name: 5, tag_group_id: '1', color: 'red', icon: 'cat', active: 1 },
      '400 {"name":"4008","tag_group_id":"4005","active":"4009","color":"4007","icon":"4007"}',
    ],
  ])('is refused as %j: %s', async (body, refusal) => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    expect(statusAndDetails(await application('POST', '/v1/tags', { body }))).toBe(refusal)
    expect(helpdeskData(backend.storage)).toEqual(before)
  })

  it('can have the name of a tag of another business', async () => {
    const { application } = await connect()
    const body = { name: 'Rain', tag_group_id: 1 }
    expect(statusAndDetails(await application('POST', '/v1/tags', { body }))).toBe('200')
  })
})

describe('changing a tag', () => {
  it('changes only the sent fields', async () => {
    const { application } = await connect()
    const body = { color: '2C6DEF', active: false }
    expect(dataOf(await application('PUT', '/v1/tags/1', { body }))).toEqual({ ...late, ...body })
    const other = { name: 'late Parcel', icon: 'flag', tag_group_id: 2 }
    await application('PUT', '/v1/tags/1', { body: other })
    expect(dataOf(await application('GET', '/v1/tags/1'))).toEqual({ ...late, ...body, ...other })
  })

  it('removes color and icon with null', async () => {
    const { application } = await connect()
    const body = { color: null, icon: null }
    expect(dataOf(await application('PUT', '/v1/tags/1', { body }))).toEqual({ ...late, ...body })
  })

  it.each([
    [{ name: 'Late parcel' }, '400 {"name":"4003"}'],
    [{ name: 'ADDRESS', tag_group_id: 21 }, '400 {"name":"4003","tag_group_id":"4002"}'],
    [{ name: '' }, '400 {"name":"4001"}'],
    [{ color: 5, icon: [] }, '400 {"color":"4008","icon":"4008"}'],
  ])('is refused with %j: %s', async (body, refusal) => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    expect(statusAndDetails(await application('PUT', '/v1/tags/1', { body }))).toBe(refusal)
    expect(helpdeskData(backend.storage)).toEqual(before)
  })
})

describe('deleting a tag', () => {
  it('removes it from every ticket', async () => {
    const { application } = await connect()
    await application('PUT', '/v1/tickets/2', { body: { tag_ids: [1, 2] } })
    expect((await application('DELETE', '/v1/tags/1')).body).toMatchObject({ ok: true })
    expect(dataOf(await application('GET', '/v1/tickets/1'))).toMatchObject({ tags_ids: [] })
    expect(dataOf(await application('GET', '/v1/tickets/2'))).toMatchObject({ tags_ids: [2] })
    expect(statusAndDetails(await application('GET', '/v1/tags/1'))).toMatch(/^404/)
  })
})

it.each([
  ['GET', undefined],
  ['PUT', { name: 'Mine' }],
  ['DELETE', undefined],
])('%s finds no tag of another business', async (method, body) => {
  const { backend, application } = await connect()
  const before = helpdeskOf(backend.storage, 'biz_lantern')
  const sent = body ? { body } : {}
  const theirs = await application(method, '/v1/tags/21', sent)
  expect(theirs.status).toBe(404)
  expect(theirs.body).toEqual((await application(method, '/v1/tags/99', sent)).body)
  expect(helpdeskOf(backend.storage, 'biz_lantern')).toEqual(before)
})
