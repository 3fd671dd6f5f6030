import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { setPendingKey } from '#src/features/api-tokens/key/pendingKey.ts'
import { permissions } from '#src/kit/builders.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'
import { containsKey } from '#src/shared/keysInText.ts'

import { reachableTexts } from '../support/reachableTexts.ts'
import { createToken } from '../support/tokens.ts'
import { click, fill, user } from './userActions.ts'

/** Opens the API explorer of a token that may change tickets and read sales orders, in its details or on its key page. */
async function openExplorer({ onKeyPage = false } = {}) {
  const { backend, demo } = await startBackend()
  const created = await createToken(backend.as('admin'), {
    name: 'ShipFast',
    accessLevel: 'custom',
    permissions: permissions({ tickets: 'full_access', sales_orders: 'read_only' }),
  })
  const { token, key } = created.body
  if (key === null) throw new Error('Expected a key in the response')
  if (onKeyPage) setPendingKey({ tokenId: token.id, tokenName: token.name, key })
  await openApp({
    at: `/settings/api-tokens/${token.id}/${onKeyPage ? 'key' : 'try-it'}`,
    as: 'admin',
  })
  const section = await screen.findByRole('region', { name: 'Try it' })
  section.dispatchEvent(new Event('pointerenter'))
  const region = within(section)
  await region.findByRole('combobox', { name: 'Operation' })
  return { backend, demo, token, key, region }
}

type Region = Awaited<ReturnType<typeof openExplorer>>['region']

function choose(region: Region, operationId: string): Promise<void> {
  const select = region.getByRole('combobox', { name: 'Operation' })
  if (!(select instanceof HTMLSelectElement)) throw new Error('Expected the operations in a select')
  select.value = operationId
  select.dispatchEvent(new Event('change'))
  return waitFor(() => expect(select.value).toBe(operationId))
}

const keyField = (region: Region) => region.getByRole('textbox', { name: 'API key' })
const send = (region: Region) => user.click(region.getByRole('button', { name: 'Send request' }))

/** Sends a request that changes data, and confirms the dialog with this name. */
async function sendChange(region: Region, question: string): Promise<void> {
  await send(region)
  const dialog = within(await screen.findByRole('dialog', { name: question }))
  await user.click(dialog.getByRole('button', { name: 'Send request' }))
}

const publicRequests = (requests: readonly string[]) =>
  requests.filter((request) => request.includes('/v1/'))

const command = (region: Region) => region.getByRole('group', { name: 'cURL' })

async function expectResponse(text: string | RegExp): Promise<void> {
  const answer = within(screen.getByRole('region', { name: 'Answer' }))
  expect(await answer.findByText(text)).toBeVisible()
}

describe('the API explorer', () => {
  it('lists the allowed operations by feature, and then the operations that are not allowed', async () => {
    const { region } = await openExplorer()
    await waitFor(() =>
      expect(region.getByRole('group', { name: 'Not allowed for this token' })).toBeVisible(),
    )
    const groups = within(region.getByRole('combobox', { name: 'Operation' })).getAllByRole('group')
    expect(groups.map((group) => group.getAttribute('label'))).toEqual([
      'Any token',
      'Sales Orders',
      'Tickets',
      'Changes data',
      'Not allowed for this token',
    ])
    const orders = within(region.getByRole('group', { name: 'Sales Orders' }))
    for (const option of orders.getAllByRole('option')) expect(option.textContent).toMatch(/GET/)
    const changes = within(region.getByRole('group', { name: 'Changes data' }))
    for (const option of changes.getAllByRole('option'))
      expect(option.textContent).toMatch(/(POST|PUT|DELETE) \/tickets/)
    expect(region.getAllByRole('option')).toHaveLength(40)
  })

  it('shows an error at the field if the text is not a key, and sends nothing', async () => {
    const { region, backend } = await openExplorer()
    await send(region)
    await waitFor(() => expect(keyField(region)).toHaveFocus())
    expect(region.getByText('Paste the key of this token.')).toBeVisible()
    await fill(keyField(region), 'edesk_tooShort')
    await region.findByText(/edesk_ followed by 36 letters and digits/)
    expect(keyField(region)).toHaveAttribute('aria-invalid', 'true')
    await send(region)
    expect(publicRequests(backend.requests)).toEqual([])
  })

  it('sends a request, explains the response, and adds the request to the list of the token', async () => {
    const { region, key, backend } = await openExplorer()
    await fill(keyField(region), key)
    await send(region)
    await expectResponse('200 OK')
    await expectResponse(/The key works, and its requests act as/)
    expect(backend.requests).toContain('GET /v1/whoami')
    await click('link', 'Requests')
    const table = within(await screen.findByRole('table', { name: 'Requests' }))
    expect(table.getByText(/Get the user of the token/)).toBeVisible()
  })

  it('shows a refusal, and names the required access', async () => {
    const { region, key } = await openExplorer()
    await fill(keyField(region), key)
    await choose(region, 'createMessage')
    await region.findByText(
      /This token can’t send this request, which requires Full Access to Messages/,
    )
    await sendChange(region, 'Send POST /messages?')
    await expectResponse('403 Forbidden')
    await expectResponse(/requires Full Access to Messages.*use Replace token/)
  })

  it('explains what is wrong with each invalid field', async () => {
    const { region, key } = await openExplorer()
    await fill(keyField(region), key)
    await choose(region, 'createTicket')
    await fill(await region.findByRole('textbox', { name: 'Body' }), '{"subject": 4}')
    await sendChange(region, 'Send POST /tickets?')
    await expectResponse('400 Bad Request')
    await expectResponse(/4008 – must be a string/)
    expect(region.getAllByText(/4001 – required field missing/)).toHaveLength(2)
  })

  it('shows errors for a body that is not JSON and for a missing id, and sends nothing', async () => {
    const { region, key, backend } = await openExplorer()
    await fill(keyField(region), key)
    await choose(region, 'updateTicket')
    const id = await region.findByRole('textbox', { name: 'ticketId' })
    const body = region.getByRole('textbox', { name: 'Body' })
    expect(id).toHaveValue('')
    await fill(body, '{"subject":')
    await send(region)
    await region.findByText(/This is not valid JSON/)
    expect(id).toHaveAttribute('aria-invalid', 'true')
    expect(id).toHaveFocus()
    await fill(id, '1')
    await send(region)
    await waitFor(() => expect(body).toHaveFocus())
    expect(publicRequests(backend.requests)).toEqual([])
  })

  it('asks before it sends a request that changes data, and sends nothing if the user cancels', async () => {
    const { region, key, backend } = await openExplorer()
    await fill(keyField(region), key)
    await choose(region, 'DeleteTicket')
    await fill(await region.findByRole('textbox', { name: 'ticketId' }), '1')
    await send(region)
    const dialog = within(await screen.findByRole('dialog', { name: 'Send DELETE /tickets/1?' }))
    expect(dialog.getByText(/changes your business’s real data/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(region.getByRole('button', { name: 'Send request' })).toHaveFocus())
    expect(publicRequests(backend.requests)).toEqual([])
    await sendChange(region, 'Send DELETE /tickets/1?')
    await expectResponse('200 OK')
    expect(publicRequests(backend.requests)).toEqual(['DELETE /v1/tickets/1'])
  })

  it('sends only the parameters that were filled in', async () => {
    const { region } = await openExplorer()
    await choose(region, 'listSalesOrders')
    await user.click(await region.findByText(/Filters, sorting and paging/))
    await fill(region.getByRole('textbox', { name: 'itemsPerPage', hidden: true }), '2')
    await waitFor(() =>
      expect(command(region)).toHaveTextContent("/v1/sales-orders?itemsPerPage=2'"),
    )
  })

  it('hides the key in the command until the user shows it, and hides it again when the key changes', async () => {
    const { region, key } = await openExplorer()
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

  it.each([false, true])(
    'keeps the key out of reactive objects (key page: %s)',
    async (onKeyPage) => {
      const { region, key } = await openExplorer({ onKeyPage })
      if (!onKeyPage) await fill(keyField(region), key)
      const show = region.getByRole('checkbox', { name: 'Show the key in the command' })
      await waitFor(() => expect(show).toBeEnabled())
      await user.click(show)
      await waitFor(() => expect(command(region)).toHaveTextContent(`Bearer ${key}`))
      await send(region)
      await expectResponse('200 OK')
      expect([...reachableTexts()].filter(containsKey)).toEqual([])
    },
  )

  it.each([
    ['a path parameter', 'getTicket', 'ticketId', (key: string) => key],
    ['a query parameter', 'listSalesOrders', 'itemsPerPage', (key: string) => key],
    ['the body', 'createTicket', 'Body', (key: string) => JSON.stringify({ subject: key })],
    ['the body, in Base64', 'createTicket', 'Body', (key: string) => `"${btoa(`k:${key}`)}"`],
  ])('refuses a key in %s, and sends nothing', async (_where, operationId, name, textOf) => {
    const { region, key, backend } = await openExplorer()
    await fill(keyField(region), key)
    await choose(region, operationId)
    const field = await region.findByRole('textbox', { name, hidden: true })
    await fill(field, textOf(key))
    await send(region)
    expect(await region.findByText(/^This contains an API key, or part of one/)).toBeVisible()
    expect(field).toHaveAttribute('aria-invalid', 'true')
    await waitFor(() => expect(field).toHaveFocus())
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(publicRequests(backend.requests)).toEqual([])
  })

  it('says that a key with another ending belongs to another token', async () => {
    const { region, key } = await openExplorer()
    const other = key.slice(0, -1) + (key.endsWith('0') ? '1' : '0')
    await fill(keyField(region), other)
    await region.findByText(/belongs to another token/)
    await send(region)
    await expectResponse('403 Forbidden')
    await expectResponse(/doesn’t know this key/)
  })

  it.each(['pagehide', 'a button'])('forgets the key: %s', async (cause) => {
    const { region, key } = await openExplorer()
    await fill(keyField(region), key)
    const forget = await region.findByRole('button', { name: 'Clear the key' })
    await user.click(region.getByRole('checkbox', { name: 'Show the key in the command' }))
    await waitFor(() => expect(command(region)).toHaveTextContent(key))
    if (cause === 'pagehide') window.dispatchEvent(new Event('pagehide'))
    else await user.click(forget)
    expect(keyField(region)).toHaveValue('')
    await waitFor(() => expect(document.documentElement.outerHTML).not.toContain(key))
  })

  it('says how long to wait after too many requests', async () => {
    const { region, key, backend } = await openExplorer()
    const headers = { Authorization: `Bearer ${key}` }
    for (let sent = 0; sent < 60; sent += 1)
      await backend.as('nobody')('GET', '/v1/whoami', { headers })
    await fill(keyField(region), key)
    await send(region)
    await expectResponse('429 Too Many Requests')
    await expectResponse(/Try again in 1 second\./)
    await expectResponse('retry-after')
  })

  it('reports that eDesk cannot be reached', async () => {
    const { region, key } = await openExplorer()
    await fill(keyField(region), key)
    const originalFetch = globalThis.fetch
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    await send(region)
    await expectResponse(/eDesk could not be reached/)
    globalThis.fetch = originalFetch
    await send(region)
    await expectResponse('200 OK')
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('uses the key of the key page, and does not ask for it', async () => {
    const { region, key } = await openExplorer({ onKeyPage: true })
    expect(region.queryByRole('textbox', { name: 'API key' })).not.toBeInTheDocument()
    expect(command(region).textContent).not.toContain(key)
    await send(region)
    await expectResponse('200 OK')
  })
})
