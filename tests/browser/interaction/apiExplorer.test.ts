import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { limits } from '#src/api/generated/values.ts'
import { openApp } from '#src/kit/vitest.ts'

import { openNewToken } from '../support/openNewToken.ts'
import { generateToken, keyField } from '../support/tokenForm.ts'
import { answer, sendRequest, tryIt } from '../support/tryIt.ts'

const requests = page.getByRole('table', { name: 'Requests' }).getByRole('row')

/** Opens the API explorer of an unused Read-only token. */
async function openDetails() {
  const opened = await openNewToken({ view: 'try-it' })
  // The API explorer loads once the pointer or the focus is on it.
  await tryIt.hover()
  return { ...opened, key: opened.token.key }
}

async function expectResponse(words: string): Promise<void> {
  await expect.element(answer).toMatchTextContent(words)
}

describe('the API explorer', () => {
  it('shows an allowed response, explains a refusal, and keeps the key', async () => {
    await openApp({ as: 'admin', at: '/settings/api-tokens/new' })
    const key = await generateToken()
    await sendRequest('whoami')
    await expectResponse('200 OK')
    await expectResponse('The key works')
    await sendRequest('createTag')
    await expectResponse('403 Forbidden')
    await expectResponse('requires Full Access to Tag items')
    await expectResponse('use Replace token')
    await expect.element(keyField).toHaveValue(key)
  })

  it('sends a request by keyboard alone', async () => {
    const { key } = await openDetails()
    const command = tryIt.getByRole('group', { name: 'cURL' })
    const sendButton = tryIt.getByRole('button', { name: 'Send request' })
    await tryIt.getByRole('textbox', { name: 'API key' }).click()
    await userEvent.keyboard(key)
    await userEvent.keyboard('{Tab}')
    await expect.element(tryIt.getByRole('button', { name: 'Clear the key' })).toHaveFocus()
    await userEvent.keyboard('{Tab}')
    await expect.element(tryIt.getByRole('combobox', { name: 'Operation' })).toHaveFocus()
    await userEvent.keyboard('{Tab}')
    await expect.element(command).toHaveFocus()
    await userEvent.keyboard('{Tab}{Tab}')
    const showKey = tryIt.getByRole('checkbox', { name: 'Show the key in the command' })
    await expect.element(showKey).toHaveFocus()
    await userEvent.keyboard(' ')
    await expect.element(command).toMatchTextContent(key)
    await userEvent.keyboard('{Tab}')
    await expect.element(sendButton).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expectResponse('200 OK')
    await expect.element(sendButton).toHaveFocus()
  })

  it('reports a lost response, and shows the next one', async () => {
    const { demo, key } = await openDetails()
    await demo.setView({ faults: [{ operation: 'whoami', what: 'lost', when: { nth: 1 } }] })
    await sendRequest('whoami', { key })
    await expectResponse('eDesk could not be reached')
    await sendRequest('whoami')
    await expectResponse('200 OK')
  })
})

describe('the requests of a token', () => {
  it('are listed newest first, and can be filtered by outcome', async () => {
    const { key } = await openDetails()
    await sendRequest('whoami', { key })
    await expectResponse('200 OK')
    await sendRequest('createMessage')
    await expectResponse('403 Forbidden')
    await page.getByRole('link', { name: 'Requests', exact: true }).click()
    await expect.poll(() => requests.elements()).toHaveLength(3)
    const newest = requests.nth(1)
    await expect.element(newest).toMatchTextContent('Create a message or note in a ticket')
    await expect.element(newest).toMatchTextContent('403')
    await expect.element(newest).toMatchTextContent('Needs Full Access to Messages')
    await page.getByRole('combobox', { name: 'Show', exact: true }).selectOptions('Succeeded')
    await expect.poll(() => requests.elements()).toHaveLength(2)
    await expect.element(requests.nth(1)).toMatchTextContent('200')
  })

  it('update everything on the page, and show which access the application needs', async () => {
    // Only the API explorer updates the page, not the regular refresh of a visible one.
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    onTestFinished(() => visibility.mockRestore())
    const { backend, key } = await openDetails()
    for (let count = 1; count < limits.failingRequests; count += 1) {
      const { status, body } = await backend.callWith(key, 'POST', '/v1/messages', {})
      expect(status).toBe(403)
      expect(JSON.stringify(body)).toContain('This needs Full Access to Messages')
    }
    await sendRequest('createMessage', { key })
    await expectResponse('403 Forbidden')
    await expect.element(page.getByRole('button', { name: 'Notices, 1 unread' })).toBeVisible()
    await page.getByRole('link', { name: 'Requests', exact: true }).click()
    const all = 'All 10 requests were refused: the application needs Full Access to Messages'
    await expect.element(page.getByText(all)).toBeVisible()
    await expect.element(page.getByRole('img', { name: /10 refused/ })).toBeVisible()
  })
})
