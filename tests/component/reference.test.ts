import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { bodyFields } from '#src/api/bodyFields.ts'
import { curlCommand } from '#src/api/curlCommand.ts'
import { findOperation, operationGroups } from '#src/api/apiReference.ts'
import { parsePrefillLink } from '#src/features/api-tokens/prefill/parsePrefillLink.ts'
import { templateNames } from '#src/features/api-tokens/prefill/templates.ts'
import { features } from '#src/kit/access.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { fill, user } from './userActions.ts'

async function openReference(anchor = '') {
  await startBackend()
  await openApp({ at: `/help/api${anchor}`, as: 'admin' })
  await screen.findByRole('heading', { level: 1, name: 'API reference' })
}

const shownOperations = () =>
  [...document.querySelectorAll('details.operation > summary')].map(({ id }) => id)

function operation(id: string): HTMLDetailsElement {
  const found = document.getElementById(id)?.parentElement
  if (!(found instanceof HTMLDetailsElement)) throw new Error(`Expected the operation ${id}`)
  return found
}

describe('the API reference', () => {
  it('lists every operation by feature, in the order of the help article, all collapsed', async () => {
    await openReference()
    expect(document.title).toBe('API reference – eDesk')
    const headings = screen.getAllByRole('heading', { level: 3 })
    expect(headings.map(({ textContent }) => textContent)).toEqual(['Any token', ...features])
    expect(shownOperations()).toHaveLength(40)
    expect(document.querySelectorAll('details.operation[open]')).toHaveLength(0)
  })

  it('shows the required access, the parameters and an example request of an operation', async () => {
    await openReference('#updateTicket')
    await waitFor(() => expect(operation('updateTicket').open).toBe(true))
    const details = within(operation('updateTicket'))
    expect(await details.findByText('Full Access to Tickets')).toBeVisible()
    expect(details.getByText('tag_ids', { selector: '.field-line code' })).toBeVisible()
    expect(details.getByText('array of integers')).toBeVisible()
    const request = details.getByRole('group', { name: 'Example request' })
    expect(request).toHaveTextContent("curl -X PUT 'http://localhost:3000/v1/tickets/1'")
    expect(request).toHaveTextContent('Bearer YOUR_API_KEY')
  })

  it('opens and focuses the operation in the URL', async () => {
    await openReference('#listTickets')
    await waitFor(() =>
      expect(document.activeElement?.parentElement).toBe(operation('listTickets')),
    )
    expect(operation('listTickets').open).toBe(true)
    expect(
      within(operation('listTickets')).getByText('Read Only or Full Access to Tickets'),
    ).toBeVisible()
  })

  it('moves to a chapter or a feature from the table of contents', async () => {
    await openReference()
    const contents = within(screen.getByRole('navigation', { name: 'On this page' }))
    await user.click(contents.getByRole('link', { name: 'Messages' }))
    const heading = screen.getByRole('heading', { level: 3, name: 'Messages' })
    await waitFor(() => expect(heading).toHaveFocus())
    await user.click(contents.getByRole('link', { name: 'Rate limit' }))
    const chapter = screen.getByRole('heading', { level: 2, name: 'Rate limit' })
    await waitFor(() => expect(chapter).toHaveFocus())
  })

  it('has an example link that prefills the whole form', async () => {
    await openReference('#token-link')
    const sample = await screen.findByRole('group', { name: 'Link for a shipping application' })
    const { origin, pathname, searchParams } = new URL(sample.textContent)
    expect(origin + pathname).toBe(`${location.origin}/settings/api-tokens/new`)
    expect(
      parsePrefillLink(Object.fromEntries(searchParams), {
        first: '2026-11-24',
        last: '2036-11-23',
      }),
    ).toMatchObject({
      name: 'ShipFast',
      access: { level: 'custom' },
      problems: [],
    })
    const table = within(screen.getByRole('table', { name: 'Parameters of a link' }))
    for (const name of templateNames) expect(table.getByText(new RegExp(name))).toBeVisible()
  })

  it('finds operations by words, and shows their number', async () => {
    await openReference()
    const contents = within(screen.getByRole('navigation', { name: 'On this page' }))
    const found = () =>
      contents.queryAllByRole('link').map((link) => link.getAttribute('href')?.split('#')[1])
    const search = contents.getByRole('searchbox', { name: 'Search operations' })
    await fill(search, 'tracking put')
    await waitFor(() => expect(found()).toEqual(['updateSalesOrderTrackingLinks']))
    expect(contents.getByText('1 operation')).toBeVisible()
    await fill(search, 'notes')
    await waitFor(() => expect(found()).toContain('createOrderNote'))
    await fill(search, 'nothing like it')
    await contents.findByText('No matching operations')
    await fill(search, '')
    await waitFor(() => expect(found()).toContain('authentication'))
    expect(shownOperations()).toHaveLength(40)
  })

  it('goes to the search with /, and to the first operation that it finds with Enter', async () => {
    await openReference()
    await user.keyboard('/')
    expect(screen.getByRole('searchbox', { name: 'Search operations' })).toHaveFocus()
    await user.keyboard('archive')
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(document.activeElement?.parentElement).toBe(operation('DeleteTicket')),
    )
    expect(operation('DeleteTicket').open).toBe(true)
    expect(location.hash).toBe('#DeleteTicket')
  })

  it('marks the section that the reader chose, and goes to it again', async () => {
    await openReference()
    const contents = within(screen.getByRole('navigation', { name: 'On this page' }))
    const current = () =>
      contents
        .getAllByRole('link')
        .filter((link) => link.hasAttribute('aria-current'))
        .map((link) => [link.textContent.trim(), link.getAttribute('aria-current')])
    expect(current()).toEqual([['Authentication', 'location']])
    const link = contents.getByRole('link', { name: 'Errors' })
    const heading = screen.getByRole('heading', { level: 2, name: 'Errors' })
    await user.click(link)
    await waitFor(() => expect(heading).toHaveFocus())
    expect(current()).toEqual([['Errors', 'location']])
    await user.click(contents.getByRole('searchbox'))
    await user.click(link)
    await waitFor(() => expect(heading).toHaveFocus())
  })

  it('explains each code for an invalid field', async () => {
    await openReference()
    const codes = within(screen.getByRole('table', { name: 'Validation errors', hidden: true }))
    expect(codes.getAllByRole('rowheader', { hidden: true })).toHaveLength(22)
    expect(codes.getByText('required field missing')).toBeInTheDocument()
  })
})

describe('the data of the API reference', () => {
  it('contains every operation of the contract once', () => {
    const ids = operationGroups.flatMap(({ operations }) =>
      operations.map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(40)
    expect(ids).toHaveLength(40)
  })

  it('contains each body with all nested fields', () => {
    for (const { operations } of operationGroups) {
      for (const { operationId, body } of operations) {
        if (body) expect(bodyFields(body.schema).length, operationId).toBeGreaterThan(0)
      }
    }
    const fields = bodyFields(findOperation('createSalesOrder')?.body?.schema ?? {})
    const items = fields.find(({ name }) => name === 'order_items')
    expect(items).toMatchObject({ list: true, required: true, kinds: ['object'] })
    expect(items?.fields.find(({ name }) => name === 'quantity')).toMatchObject({
      kinds: ['integer'],
      required: true,
      list: false,
    })
  })

  it('contains commands whose quotes are escaped for a shell', () => {
    const command = curlCommand(
      { method: 'POST', url: 'https://example.com/v1/tags', body: `{"name":"it's"}` },
      'KEY',
    )
    expect(command).toBe(
      [
        "curl -X POST 'https://example.com/v1/tags'",
        "-H 'Authorization: Bearer KEY'",
        "-H 'Content-Type: application/json'",
        `-d '{"name":"it'\\''s"}'`,
      ].join(' \\\n  '),
    )
  })
})
