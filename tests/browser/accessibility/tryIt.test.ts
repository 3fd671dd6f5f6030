import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { expectAccessible } from '../expectAccessible.ts'
import { chooseAccess } from '../support/chooseAccess.ts'
import { openNewToken } from '../support/openNewToken.ts'
import { fillTokenForm } from '../support/tokenForm.ts'
import { answer, sendRequest, tryIt } from '../support/tryIt.ts'

it('has no accessibility violations: API explorer, and a request with errors', async () => {
  await openNewToken({ view: 'try-it' })
  // The API explorer loads once the pointer or the focus is on it.
  await tryIt.hover()
  await expect.element(tryIt.getByRole('combobox', { name: 'Operation' })).toBeVisible()
  await expectAccessible()
  await sendRequest('createTag', { body: '{' })
  await expect.element(tryIt.getByText('Paste the key of this token.')).toBeVisible()
  await expect.element(tryIt.getByText(/^This is not valid JSON/)).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: response, and requests with each outcome', async () => {
  const { backend, token } = await openNewToken({ view: 'try-it' })
  await sendRequest('whoami', { key: token.key })
  await expect.element(answer).toMatchTextContent('200 OK')
  await sendRequest('createMessage')
  await expect.element(answer).toMatchTextContent('403 Forbidden')
  await backend.send({ key: token.key, method: 'GET', path: '/v1/nowhere' })
  await sendRequest('listTickets')
  await tryIt.getByText(/^Filters, sorting and paging/).click()
  await expect.element(answer).toMatchTextContent('200 OK')
  await tryIt.getByRole('checkbox', { name: 'Show the key in the command' }).click()
  await expectAccessible()
  await page.getByRole('link', { name: 'Requests' }).click()
  const requests = page.getByRole('table', { name: 'Requests' })
  await expect.poll(() => requests.getByRole('row').elements()).toHaveLength(5)
  await expectAccessible()
})

it('has no accessibility violations: token whose only request was refused', async () => {
  const { token } = await openNewToken({ view: 'try-it' })
  await sendRequest('createMessage', { key: token.key })
  await page.getByRole('link', { name: 'Overview' }).click()
  await expect.element(page.getByText(/^The only request was refused/)).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: response about invalid fields, on the key page', async () => {
  await openApp({ as: 'admin', at: '/settings/api-tokens/new' })
  await fillTokenForm()
  await chooseAccess('Full Access')
  await page.getByRole('button', { name: 'Generate token' }).click()
  await sendRequest('createTicket', { body: '{"subject": 4}' })
  await tryIt.getByText('Body fields').click()
  await expect.element(answer).toMatchTextContent('4008')
  await expectAccessible()
})
