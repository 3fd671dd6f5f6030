import { screen, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { permissions } from '#src/kit/builders.ts'

import {
  connect,
  connectWith,
  fillParcel,
  keyField,
  numbers,
  openShippingApp,
  refusal,
  requestLog,
  send,
  status,
} from './shippingAppPage.ts'

describe('the shipping application explains what to do', () => {
  it.each([
    ['nothing', '', 'Paste the API key'],
    ['a text that no header can contain', 'edesk_ÄÖÜ →', 'Copy the whole key again'],
  ])('with %s as a key, at the field and without a request', async (_case, key, words) => {
    const { backend } = await openShippingApp()
    await connectWith(key)
    await screen.findByText(new RegExp(words))
    expect(keyField()).toHaveFocus()
    expect(backend.requests).toEqual([])
  })

  it.each<[string, () => Response, string, string | null]>([
    ['an unknown key', () => refusal(403, 'Invalid token.'), 'new token', 'api-tokens'],
    [
      'a key with a wrong character',
      () => refusal(403, 'Invalid token. Position 1 of the key is a quotation mark (U+0022).'),
      'Position 1 of the key',
      'api-tokens',
    ],
    [
      'a key that cannot be read',
      () =>
        refusal(401, 'Send the API key in the header. Position 4 of the key is a space (U+0020).'),
      'copied the whole key',
      'api-tokens',
    ],
    ['an expired token', () => refusal(401, 'The token has expired.'), 'has expired', 'api-tokens'],
    ['a paused token', () => refusal(401, 'The token is paused.'), 'resume it', 'api-tokens'],
    [
      'an address that the token does not allow',
      () => refusal(403, 'The token cannot be used from this address.'),
      'add the address of ShipFast’s server',
      'api-tokens',
    ],
    [
      'a plan that is too low',
      () => refusal(403, 'API tokens need the Professional plan or higher.'),
      'Settings > Plan',
      'plan',
    ],
    [
      'too many requests',
      () => refusal(429, 'Out of quota', { 'Retry-After': '7' }),
      'Wait 7 seconds',
      null,
    ],
    ['an internal error', () => refusal(500, 'Try again later.'), 'went wrong at eDesk', null],
    ['a lost connection', () => HttpResponse.error(), 'could not be reached', null],
    [
      'a response that is not JSON',
      () => new Response('hello'),
      'could not read eDesk’s response',
      null,
    ],
  ])('after %s', async (_case, response, words, settings) => {
    const { backend, key } = await openShippingApp()
    backend.network.use(http.get('*/v1/whoami', response))
    await connectWith(key)
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(words)
    expect(status()).toBe('')
    const link = within(alert).queryByRole('link')
    expect(link?.getAttribute('href') ?? null).toBe(settings && `/settings/${settings}`)
    expect(keyField(), 'the input is kept').toHaveValue(key)
  })

  it('with a key without access to Sales Orders, when it lists the orders', async () => {
    const { key } = await openShippingApp({
      accessLevel: 'custom',
      permissions: permissions({ tickets: 'full_access' }),
    })
    await connectWith(key)
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('no access to Sales Orders')
    expect(alert).toHaveTextContent('Full Access to Sales Orders')
    expect(status()).toContain('Connected as')
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
  })

  it('with a Read-only key, when it ships an order, and keeps the input', async () => {
    await connect({ accessLevel: 'read_only' })
    const { carrier, code } = await fillParcel('NW-1001', 'DHL', '0034')
    await send()
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('needs Full Access to Sales Orders')
    expect(alert).toHaveTextContent('create a token')
    expect([carrier.value, code.value]).toEqual(['DHL', '0034'])
    expect(numbers()).toContain('NW-1001')
    expect(within(requestLog()).getAllByRole('listitem')[0]?.textContent).toContain('403')
  })
})
