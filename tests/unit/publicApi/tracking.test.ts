import { describe, expect, it } from 'vitest'

import { helpdeskData, helpdeskOf } from '../../support/helpdesk.ts'
import {
  applicationOf,
  connect,
  dataOf,
  statusAndDetails,
} from '../../support/publicApi/application.ts'

const links = '/v1/sales-orders-tracking-links'
const track = (number: string) => `https://www.example.com/track/${number}`

/** The tracking of a ticket's order as the agent sees it: the data, and the application that sent it. */
async function seenByAgent(
  { admin }: Pick<Awaited<ReturnType<typeof connect>>, 'admin'>,
  ticketId: number,
) {
  const { body } = await admin('GET', `/api/tickets/${ticketId}`)
  const { order } = body as {
    order: { tracking: { code: string; link: string; sentBy: string | null; sentAt: string }[] }
  }
  return order.tracking.map(({ code, link, sentBy, sentAt }) => [code || link, sentBy, sentAt])
}

describe('tracking codes', () => {
  it('from an application appear in the ticket immediately, with their sender', async () => {
    const connected = await connect()
    const code = { tracking_code: 'CE1', tracking_carrier_name: 'An Post' }
    const body = { status: 'OrderShipped', tracking_codes: [code] }
    const response = await connected.application('PUT', '/v1/sales-orders/1001', { body })
    expect(dataOf(response)).toMatchObject({ tracking_codes: [{ ...code, tracking_link: '' }] })
    expect(await seenByAgent(connected, 1)).toEqual([
      ['CE1', 'ShipFast', '2026-11-24T09:00:00.000Z'],
    ])
  })

  it.each([
    ['CE1', track('(tracking_code)'), track('CE1')],
    ['A/1 &2', track('(tracking_code)'), track('A%2F1%20%262')],
    ['$&', track('(tracking_code)?again=(tracking_code)'), track('%24%26?again=%24%26')],
  ])("such as %j fill the carrier's link %s", async (code, carrierLink, link) => {
    const { application } = await connect()
    const body = {
      tracking_codes: [
        { tracking_code: code, tracking_carrier_name: 'DHL', tracking_carrier_link: carrierLink },
      ],
    }
    const response = await application('PUT', '/v1/sales-orders/1001', { body })
    expect(dataOf(response)).toMatchObject({ tracking_codes: [{ tracking_link: link }] })
  })

  it('lose surrounding apostrophes', async () => {
    const { application } = await connect()
    const body = {
      tracking_codes: ["'CE1'", "O'2'", "'"].map((code) => ({
        tracking_code: code,
        tracking_carrier_name: 'DHL',
      })),
    }
    expect(dataOf(await application('PUT', '/v1/sales-orders/1001', { body }))).toMatchObject({
      tracking_codes: [{ tracking_code: 'CE1' }, { tracking_code: "O'2'" }, { tracking_code: "'" }],
    })
  })

  it('replace the previous ones, and keep their first sender', async () => {
    const connected = await connect()
    const { backend, admin, application } = connected
    const code = (tracking_code: string, tracking_carrier_name = 'DHL') => ({
      tracking_code,
      tracking_carrier_name,
    })
    const first = [code('A'), code('B'), code('C')]
    await application('PUT', '/v1/sales-orders/1001', { body: { tracking_codes: first } })
    backend.clock.set(new Date('2026-11-24T10:00:00Z'))
    const other = await applicationOf(backend, admin, undefined, 'ParcelPal')
    const second = [code('B'), code('C', 'UPS'), code('D')]
    await other.application('PUT', '/v1/sales-orders/1001', { body: { tracking_codes: second } })
    expect(await seenByAgent(connected, 1)).toEqual([
      ['B', 'ShipFast', '2026-11-24T09:00:00.000Z'],
      ['C', 'ParcelPal', '2026-11-24T10:00:00.000Z'],
      ['D', 'ParcelPal', '2026-11-24T10:00:00.000Z'],
    ])
  })

  it('do not change tracking that came as a link', async () => {
    const { application } = await connect()
    const link = { tracking_link: track('1'), tracking_carrier_name: 'DPD' }
    await application('POST', `${links}/1001`, { body: { tracking_links: [link] } })
    const body = { tracking_codes: [] }
    expect(dataOf(await application('PUT', '/v1/sales-orders/1001', { body }))).toMatchObject({
      tracking_codes: [{ tracking_code: '', ...link }],
    })
  })

  it.each([
    [{ tracking_code: ' ', tracking_carrier_name: '' }, ['tracking_code', 'tracking_carrier_name']],
    [{ tracking_code: "' '", tracking_carrier_name: 'DHL' }, ['tracking_code']],
  ])('without content are refused: %j', async (code, fields) => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    const body = { tracking_codes: [code] }
    const response = await application('PUT', '/v1/sales-orders/1001', { body })
    const codes = fields.map((field) => [`tracking_codes.0.${field}`, '4001'])
    expect(statusAndDetails(response)).toBe(`400 ${JSON.stringify(Object.fromEntries(codes))}`)
    expect(helpdeskData(backend.storage)).toEqual(before)
  })
})

describe('tracking links', () => {
  it("are listed for the order's tracking that has one", async () => {
    const { application } = await connect()
    const body = { tracking_codes: [{ tracking_code: 'CE1', tracking_carrier_name: 'DHL' }] }
    await application('PUT', '/v1/sales-orders/1001', { body })
    expect((await application('GET', `${links}/1001`)).body).toEqual({
      data: { tracking_links: [] },
    })
    expect((await application('GET', `${links}/1003`)).body).toEqual({
      data: {
        tracking_links: [
          { tracking_link: track('CE123456785IE'), tracking_carrier_name: 'An Post' },
        ],
      },
    })
  })

  it('are added to the existing ones, and shown to the agent', async () => {
    const connected = await connect()
    const { backend, application } = connected
    backend.clock.set(new Date('2026-11-24T10:00:00Z'))
    const body = { tracking_links: [{ tracking_link: track('2') }] }
    expect(dataOf(await application('POST', `${links}/1003`, { body }))).toMatchObject({
      tracking_codes: [
        { tracking_code: 'CE123456785IE' },
        { tracking_code: '', tracking_link: track('2'), tracking_carrier_name: '' },
      ],
      last_updated_at: '2026-11-19 09:00:00',
    })
    expect(await seenByAgent(connected, 3)).toEqual([
      ['CE123456785IE', null, null],
      [track('2'), 'ShipFast', '2026-11-24T10:00:00.000Z'],
    ])
  })

  it('are replaced together, and one that stays keeps its code and its sender', async () => {
    const connected = await connect()
    const { application } = connected
    const stays = { tracking_link: track('CE123456785IE'), tracking_carrier_name: 'An Post' }
    await application('POST', `${links}/1003`, {
      body: { tracking_links: [{ tracking_link: track('2') }] },
    })
    const body = { tracking_links: [{ tracking_link: track('3') }, stays] }
    expect(dataOf(await application('PUT', `${links}/1003`, { body }))).toMatchObject({
      tracking_codes: [
        { tracking_code: '', tracking_link: track('3') },
        { tracking_code: 'CE123456785IE', ...stays },
      ],
    })
    expect(await seenByAgent(connected, 3)).toEqual([
      [track('3'), 'ShipFast', '2026-11-24T09:00:00.000Z'],
      ['CE123456785IE', null, null],
    ])
  })

  it('are removed together; a code without a link stays', async () => {
    const { application } = await connect()
    const code = { tracking_code: 'CE1', tracking_carrier_name: 'DHL' }
    await application('PUT', '/v1/sales-orders/1001', { body: { tracking_codes: [code] } })
    await application('POST', `${links}/1001`, {
      body: { tracking_links: [{ tracking_link: track('2') }] },
    })
    for (const id of [1001, 1003]) {
      const response = await application('DELETE', `${links}/${id}`)
      expect(response.body).toEqual({ ok: true, message: 'Deleted.' })
      expect(dataOf(await application('GET', `${links}/${id}`))).toEqual({ tracking_links: [] })
    }
    expect(dataOf(await application('GET', '/v1/sales-orders/1001'))).toMatchObject({
      tracking_codes: [{ ...code, tracking_link: '' }],
    })
    expect(dataOf(await application('GET', '/v1/sales-orders/1003'))).toMatchObject({
      tracking_codes: null,
    })
  })

  it.each([
    [{}, '{"tracking_links":"4001"}'],
    [{ tracking_links: {} }, '{"tracking_links":"4006"}'],
    [{ tracking_links: [{}] }, '{"tracking_links.0.tracking_link":"4001"}'],
    [{ tracking_links: [{ tracking_link: 'CE1' }] }, '{"tracking_links.0.tracking_link":"4011"}'],
    [
      { tracking_links: [{ tracking_link: track('1'), tracking_carrier_name: 'x'.repeat(65) }] },
      '{"tracking_links.0.tracking_carrier_name":"4020"}',
    ],
  ])('are refused as %j: %s', async (body, refusal) => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    for (const method of ['POST', 'PUT']) {
      const response = await application(method, `${links}/1001`, { body })
      expect(statusAndDetails(response)).toBe(`400 ${refusal}`)
    }
    expect(helpdeskData(backend.storage)).toEqual(before)
  })

  it.each(['GET', 'POST', 'PUT', 'DELETE'])(
    'of an order of another business do not exist for %s',
    async (method) => {
      const { backend, application } = await connect()
      const before = helpdeskOf(backend.storage, 'biz_lantern')
      const sent = { body: { tracking_links: [{ tracking_link: track('1') }] } }
      const withBody = method === 'POST' || method === 'PUT'
      const response = await application(method, `${links}/2001`, withBody ? sent : {})
      expect(statusAndDetails(response)).toBe('404 There is nothing with this id.')
      expect(helpdeskOf(backend.storage, 'biz_lantern')).toEqual(before)
    },
  )
})
