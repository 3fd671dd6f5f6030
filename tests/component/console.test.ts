import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { explainAnswer } from '#src/features/api-tokens/console/explainAnswer.ts'
import { handOverKey } from '#src/features/api-tokens/keyHandover.ts'

import { permissions } from '../kit/builders.ts'
import { openApp, startBackend } from '../kit/vitest.ts'
import { generate } from '../support/tokens.ts'
import { fill, user } from './userActions.ts'

/** The console of a token that may change tickets and read sales orders, on its details or on its key's page. */
async function openConsole({ onKeyPage = false } = {}) {
  const { backend, demo } = await startBackend()
  const created = await generate(backend.as('admin'), {
    name: 'ShipFast',
    accessLevel: 'custom',
    permissions: permissions({ tickets: 'full_access', sales_orders: 'read_only' }),
  })
  const { token, key } = created.body
  if (key === null) throw new Error('A creation gives its key')
  if (onKeyPage) handOverKey({ tokenId: token.id, tokenName: token.name, key })
  await openApp({ at: `/settings/api-tokens/${token.id}${onKeyPage ? '/key' : ''}`, as: 'admin' })
  const section = await screen.findByRole('region', { name: 'Try it' })
  section.dispatchEvent(new Event('pointerenter'))
  const region = within(section)
  await region.findByRole('combobox', { name: 'Operation' })
  return { backend, demo, token, key, region }
}

type Region = Awaited<ReturnType<typeof openConsole>>['region']

function choose(region: Region, operationId: string): Promise<void> {
  const select = region.getByRole('combobox', { name: 'Operation' })
  if (!(select instanceof HTMLSelectElement)) throw new Error('Operations are in a list')
  select.value = operationId
  select.dispatchEvent(new Event('change'))
  return waitFor(() => expect(select.value).toBe(operationId))
}

const keyField = (region: Region) => region.getByRole('textbox', { name: 'API key' })
const send = (region: Region) => user.click(region.getByRole('button', { name: 'Send request' }))
const command = (region: Region) => region.getByRole('group', { name: 'The same as a command' })

async function answered(text: string | RegExp): Promise<void> {
  const answer = within(screen.getByRole('region', { name: 'Answer' }))
  expect(await answer.findByText(text)).toBeVisible()
}

describe('the console', () => {
  it('lists what the token may call by feature first, and the rest as not with this token', async () => {
    const { region } = await openConsole()
    await waitFor(() =>
      expect(region.getByRole('group', { name: 'Not with this token' })).toBeVisible(),
    )
    const groups = within(region.getByRole('combobox', { name: 'Operation' })).getAllByRole('group')
    expect(groups.map((group) => group.getAttribute('label'))).toEqual([
      'With any token',
      'Sales Orders',
      'Tickets',
      'Not with this token',
    ])
    const orders = within(region.getByRole('group', { name: 'Sales Orders' }))
    for (const option of orders.getAllByRole('option')) expect(option.textContent).toMatch(/GET/)
    expect(region.getAllByRole('option')).toHaveLength(40)
  })

  it('tells at the field that a text is no key, and sends nothing', async () => {
    const { region, backend } = await openConsole()
    await send(region)
    await waitFor(() => expect(keyField(region)).toHaveFocus())
    expect(region.getByText('Paste the key of this token first.')).toBeVisible()
    await fill(keyField(region), 'edesk_tooShort')
    await region.findByText(/edesk_ and 36 letters and digits/)
    expect(keyField(region)).toHaveAttribute('aria-invalid', 'true')
    await send(region)
    expect(backend.requests.filter((request) => request.includes('/v1/'))).toEqual([])
  })

  it('sends a request, explains the answer, and the request is among the token’s', async () => {
    const { region, key, backend } = await openConsole()
    await fill(keyField(region), key)
    await send(region)
    await answered('200 OK')
    await answered(/the key is good, and its requests are made in the name of/)
    expect(backend.requests).toContain('GET /v1/whoami')
    const table = within(await screen.findByRole('table', { name: 'Requests' }))
    expect(table.getByText(/The user whose token is used/)).toBeVisible()
  })

  it('shows a refusal and names the access that it would have needed', async () => {
    const { region, key } = await openConsole()
    await fill(keyField(region), key)
    await choose(region, 'createMessage')
    await region.findByText(/This token may not do this: it would need Full Access to Messages/)
    await send(region)
    await answered('403 Forbidden')
    await answered(/needs Full Access to Messages.*cannot be changed: add a new token/)
  })

  it('says of every wrong field what is wrong with it', async () => {
    const { region, key } = await openConsole()
    await fill(keyField(region), key)
    await choose(region, 'createTicket')
    await fill(await region.findByRole('textbox', { name: 'Body' }), '{"subject": 4}')
    await send(region)
    await answered('400 Bad Request')
    await answered(/4008 – it must be a text/)
    expect(region.getAllByText(/4001 – a required field is missing/)).toHaveLength(2)
  })

  it('tells at the field that a body is no JSON, and that an id is missing, before anything is sent', async () => {
    const { region, key, backend } = await openConsole()
    await fill(keyField(region), key)
    await choose(region, 'updateTicket')
    const id = await region.findByRole('textbox', { name: 'ticketId' })
    const body = region.getByRole('textbox', { name: 'Body' })
    expect(id).toHaveValue('1')
    await fill(id, '')
    await fill(body, '{"subject":')
    await send(region)
    await region.findByText(/This is not valid JSON/)
    expect(id).toHaveAttribute('aria-invalid', 'true')
    expect(id).toHaveFocus()
    await fill(id, '1')
    await send(region)
    await waitFor(() => expect(body).toHaveFocus())
    expect(backend.requests.filter((request) => request.includes('/v1/'))).toEqual([])
  })

  it('sends the parameters that were filled in, and no others', async () => {
    const { region } = await openConsole()
    await choose(region, 'listSalesOrders')
    await user.click(await region.findByText(/Filters, sorting and paging/))
    await fill(region.getByRole('textbox', { name: 'itemsPerPage', hidden: true }), '2')
    await waitFor(() =>
      expect(command(region)).toHaveTextContent("/v1/sales-orders?itemsPerPage=2'"),
    )
  })

  it('hides the key in the command until it is asked for, and hides it again with another key', async () => {
    const { region, key } = await openConsole()
    const show = region.getByRole('checkbox', { name: 'Show the key in the command' })
    expect(show).toBeDisabled()
    await fill(keyField(region), key)
    await waitFor(() => expect(show).toBeEnabled())
    expect(command(region)).toHaveTextContent('Bearer edesk_…')
    expect(document.documentElement.outerHTML).not.toContain(key)
    await user.click(show)
    await waitFor(() => expect(command(region)).toHaveTextContent(`Bearer ${key}`))
    await fill(keyField(region), `${key}x`)
    await waitFor(() => expect(command(region)).toHaveTextContent('Bearer edesk_…'))
    expect(document.documentElement.outerHTML).not.toContain(key)
  })

  it('says of a key with another ending that it is another token’s', async () => {
    const { region, key } = await openConsole()
    const other = key.slice(0, -1) + (key.endsWith('0') ? '1' : '0')
    await fill(keyField(region), other)
    await region.findByText(/belongs to another token/)
    await send(region)
    await answered('403 Forbidden')
    await answered(/does not know this key/)
  })

  it.each(['pagehide', 'a button'])('forgets the key: %s', async (how) => {
    const { region, key } = await openConsole()
    await fill(keyField(region), key)
    const forget = await region.findByRole('button', { name: 'Forget the key' })
    await user.click(region.getByRole('checkbox', { name: 'Show the key in the command' }))
    await waitFor(() => expect(command(region)).toHaveTextContent(key))
    if (how === 'pagehide') window.dispatchEvent(new Event('pagehide'))
    else await user.click(forget)
    expect(keyField(region)).toHaveValue('')
    await waitFor(() => expect(document.documentElement.outerHTML).not.toContain(key))
  })

  it('says how long to wait where too many requests came at once', async () => {
    const { region, key, backend } = await openConsole()
    const headers = { Authorization: `Bearer ${key}` }
    for (let sent = 0; sent < 60; sent += 1)
      await backend.as('nobody')('GET', '/v1/whoami', { headers })
    await fill(keyField(region), key)
    await send(region)
    await answered('429 Too Many Requests')
    await answered(/Try again in a second/)
    await answered('retry-after')
  })

  it('is told where eDesk cannot be reached', async () => {
    const { region, key } = await openConsole()
    await fill(keyField(region), key)
    const whole = globalThis.fetch
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    await send(region)
    await answered(/eDesk could not be reached/)
    globalThis.fetch = whole
    await send(region)
    await answered('200 OK')
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('has the key on the key’s page, and does not ask for it', async () => {
    const { region, key } = await openConsole({ onKeyPage: true })
    expect(region.queryByRole('textbox', { name: 'API key' })).not.toBeInTheDocument()
    expect(command(region).textContent).not.toContain(key)
    await send(region)
    await answered('200 OK')
  })
})

describe('the explanation of an answer', () => {
  const answer = { milliseconds: 1, headers: [], text: '' }
  const call = { operationId: 'getTicket', method: 'GET' } as const
  const error = (details: unknown) => ({ error: { httpCode: 0, message: '', details } })

  it.each([
    [401, error('The token has expired.'), { kind: 'expired' }],
    [401, error('The token is paused.'), { kind: 'paused' }],
    [401, error('Not now.'), { kind: 'notAccepted', details: 'Not now.' }],
    [403, error('Invalid token.'), { kind: 'unknownKey' }],
    [403, error('API tokens need the Professional plan or higher.'), { kind: 'plan' }],
    [403, error('This needs Full Access to Tickets.'), { kind: 'access' }],
    [404, error('There is nothing with this id.'), { kind: 'notFound' }],
    [400, error('The body is no JSON.'), { kind: 'unreadable', details: 'The body is no JSON.' }],
    [405, error('Not with PATCH.'), { kind: 'refused', details: 'Not with PATCH.' }],
    [500, error('Oh.'), { kind: 'broken' }],
    [502, undefined, { kind: 'broken' }],
    [200, { data: {} }, { kind: 'got' }],
    [
      200,
      { data: [{}], paginator: { totalItemsCount: 7 } },
      { kind: 'listed', shown: 1, total: 7 },
    ],
  ])('takes %i for what it is', (status, json, expected) => {
    expect(explainAnswer({ ...answer, status, json }, call)).toEqual(expected)
  })

  it('says how long to wait where too many came at once', () => {
    const headers: [string, string][] = [['retry-after', '3']]
    const tooMany = { ...answer, status: 429, json: error('Out of quota'), headers }
    expect(explainAnswer(tooMany, call)).toEqual({ kind: 'tooMany', seconds: 3 })
  })
})
