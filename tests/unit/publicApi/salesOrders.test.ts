import { describe, expect, it } from 'vitest'

import { helpdeskOf } from '../../support/helpdesk.ts'
import { connect, dataOf, statusAndDetails } from '../../support/publicApi/application.ts'
import { newOrder } from '../../support/publicApi/orderBodies.ts'

describe('a sales order', () => {
  it('includes its ticket, notes and tracking', async () => {
    const { application } = await connect()
    expect(dataOf(await application('GET', '/v1/sales-orders/1001'))).toMatchObject({
      id: 1001,
      ticket_id: 1,
      order_notes_id: [1],
      tracking_codes: null,
    })
    expect(dataOf(await application('GET', '/v1/sales-orders/1003'))).toMatchObject({
      ticket_id: 3,
      order_notes_id: null,
      tracking_codes: [
        {
          tracking_code: 'CE123456785IE',
          tracking_link: 'https://www.example.com/track/CE123456785IE',
          tracking_carrier_name: 'An Post',
        },
      ],
    })
  })

  it.each([
    ['GET', '2001'],
    ['PUT', '2001'],
    ['DELETE', '2001'],
    ['GET', '99'],
    ['PUT', '0'],
    ['DELETE', '-1'],
    ['GET', '1e3'],
  ])('does not exist for %s under the id %s', async (method, id) => {
    const { backend, application } = await connect()
    const before = helpdeskOf(backend.storage, 'biz_lantern')
    const body = method === 'PUT' ? { body: { status: 'Hold' } } : {}
    const response = await application(method, `/v1/sales-orders/${id}`, body)
    expect(statusAndDetails(response)).toBe('404 There is nothing with this id.')
    expect(helpdeskOf(backend.storage, 'biz_lantern')).toEqual(before)
  })
})

describe('deleting a sales order', () => {
  it('deletes its notes, and unlinks its ticket', async () => {
    const { application } = await connect()
    const response = await application('DELETE', '/v1/sales-orders/1001')
    expect(response.body).toEqual({ ok: true, message: 'Deleted.' })
    expect((await application('GET', '/v1/sales-orders/1001')).status).toBe(404)
    expect((await application('GET', '/v1/order-notes/1')).status).toBe(404)
    expect(dataOf(await application('GET', '/v1/tickets/1'))).toMatchObject({
      sales_order_id: null,
      sales_order: null,
    })
    expect((await application('DELETE', '/v1/sales-orders/1001')).status).toBe(404)
  })

  it('frees its number for another order', async () => {
    const { application } = await connect()
    await application('DELETE', '/v1/sales-orders/1001')
    const body = newOrder({ seller_order_id: 'NW-1001' })
    expect(statusAndDetails(await application('POST', '/v1/sales-orders', { body }))).toBe('200')
  })
})

describe('the list of sales orders', () => {
  // Created 70, 30, 120 and 160 hours before this morning.
  it.each([
    ['', [1001, 1002, 1003, 1004]],
    ['order_direction=desc', [1004, 1003, 1002, 1001]],
    ['order_by=created_at', [1004, 1003, 1001, 1002]],
    ['order_by=last_updated_at&order_direction=desc', [1002, 1001, 1003, 1004]],
    ['order_by=created_at&itemsPerPage=3&page=2', [1002]],
    ['page=9', []],
    ['filter_contact_id_equals=1', [1001]],
    ['filter_channel_id_equals=1', [1001, 1004]],
    ['filter_channel_id_equals=21', []],
    ['filter_seller_order_id_equals=NW-1003', [1003]],
    ['filter_seller_order_id_equals=LL-2001', []],
    ['filter_status_equals=Delivered', [1004]],
    ['filter_id_gte=1002&filter_id_lte=1003', [1002, 1003]],
    ['filter_created_at_gte=2026-11-21', [1001, 1002]],
    ['filter_created_at_gte=2026-11-22', [1002]],
    ['filter_created_at_lte=2026-11-19', [1003, 1004]],
    ['filter_created_at_lte=2026-11-18', [1004]],
    ['filter_last_updated_at_gte=2026-11-19&filter_last_updated_at_lte=2026-11-21', [1001, 1003]],
    ['filter_id_gte=1002&order_direction=desc&itemsPerPage=1&page=2', [1003]],
    ['filter_unknown=1', [1001, 1002, 1003, 1004]],
  ])('requested with %j contains %j', async (query, ids) => {
    const { application } = await connect()
    const response = await application('GET', `/v1/sales-orders?${query}`)
    expect((dataOf(response) as { id: number }[]).map(({ id }) => id)).toEqual(ids)
  })

  it('has the number of matching orders', async () => {
    const { application } = await connect()
    const path = '/v1/sales-orders?filter_channel_id_equals=1&itemsPerPage=1'
    expect((await application('GET', path)).body).toMatchObject({
      paginator: { currentPage: 1, itemsPerPage: 1, totalItemsCount: 2 },
    })
  })

  it('refuses invalid filters, with all errors at once', async () => {
    const { application } = await connect()
    const path =
      '/v1/sales-orders?order_by=total&filter_id_gte=x&filter_status_equals=open&filter_created_at_gte=1700000000'
    expect(statusAndDetails(await application('GET', path))).toBe(
      '400 {"order_by":"4007","filter_status_equals":"4007","filter_id_gte":"4005","filter_created_at_gte":"4010"}',
    )
  })
})
