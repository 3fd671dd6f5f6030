import { describe, expect, it } from 'vitest'

import { type Application, connect, statusAndDetails } from '../../support/publicApi/application.ts'
import { create, question, read } from '../../support/publicApi/tickets.ts'

describe('a list of tickets', () => {
  async function idsOf(application: Application, query: Record<string, string>) {
    const { body } = await application('GET', `/v1/tickets?${new URLSearchParams(query)}`)
    return (body as { data: { id: number }[] }).data.map(({ id }) => id)
  }

  it('contains each ticket as it is read alone', async () => {
    const { application } = await connect()
    const { body } = await application('GET', '/v1/tickets?page=2&itemsPerPage=1')
    expect(body).toEqual({
      data: [await read(application, 2)],
      paginator: { currentPage: 2, itemsPerPage: 1, totalItemsCount: 6 },
    })
  })

  it.each([
    [{}, [1, 2, 3, 4, 5, 6]],
    [{ order_direction: 'desc' }, [6, 5, 4, 3, 2, 1]],
    [{ order_by: 'created_at' }, [6, 4, 5, 3, 2, 1]],
    [{ order_by: 'last_updated_at', order_direction: 'desc' }, [1, 2, 3, 5, 4, 6]],
    [{ filter_contact_id_equals: '3' }, [3]],
    [{ filter_channel_id_equals: '1', order_by: 'created_at' }, [4, 5, 1]],
    [{ filter_channel_id_equals: '21' }, []],
    [{ filter_sales_order_id_equals: '1002' }, [2]],
    [{ filter_sales_order_id_equals: '2001' }, []],
    [{ filter_owner_user_id_equals: '4' }, [3]],
    [{ filter_seller_order_id_equals: 'NW-1004' }, [4]],
    [{ filter_seller_order_id_equals: 'nw' }, []],
    [{ filter_status_equals: 'Open' }, [1, 2, 5]],
    [{ filter_status_equals: 'Unread' }, [1]],
    [{ filter_status_equals: 'Read' }, [2, 3, 4, 5, 6]],
    [{ filter_status_equals: 'Priority' }, []],
    [{ filter_status_equals: 'Unpriority' }, [1, 2, 3, 4, 5, 6]],
    [{ filter_type_equals: 'ProductQuery' }, [4]],
    [{ filter_status_equals: 'Open', filter_channel_id_equals: '1' }, [1, 5]],
    [{ filter_created_at_gte: '2026-11-24' }, [1, 2]],
    [{ filter_created_at_lte: '2026-11-22' }, [4, 5, 6]],
    [{ filter_last_updated_at_gte: '2026-11-23', filter_last_updated_at_lte: '2026-11-23' }, [3]],
    [{ status: 'Closed' }, [1, 2, 3, 4, 5, 6]],
  ])('requested with %j contains %j', async (query, ids) => {
    const { application } = await connect()
    expect(await idsOf(application, query)).toEqual(ids)
  })

  it('of an order is in the requested order, with ids for equal times', async () => {
    const { application } = await connect()
    for (const created_at of ['2026-11-03 00:00:00', '2026-11-01 00:00:00', '2026-11-01 00:00:00'])
      await create(application, { ...question, sales_order_id: 1001, created_at })
    const of = (query: Record<string, string>) =>
      idsOf(application, { filter_sales_order_id_equals: '1001', ...query })
    expect(await of({})).toEqual([1, 101, 102, 103])
    expect(await of({ order_by: 'created_at' })).toEqual([102, 103, 101, 1])
    expect(await of({ order_by: 'created_at', order_direction: 'desc' })).toEqual([
      1, 101, 103, 102,
    ])
    expect(await of({ order_direction: 'desc', itemsPerPage: '2', page: '2' })).toEqual([101, 1])
    expect(await of({ filter_created_at_lte: '2026-11-01' })).toEqual([102, 103])
  })

  it('is refused with invalid filters, with all errors at once', async () => {
    const { application } = await connect()
    const query =
      'filter_contact_id_equals=x&filter_status_equals=open&filter_created_at_gte=1&order_by=name'
    expect(statusAndDetails(await application('GET', `/v1/tickets?${query}`))).toBe(
      '400 {"order_by":"4007","filter_contact_id_equals":"4005","filter_status_equals":"4007","filter_created_at_gte":"4010"}',
    )
  })
})
