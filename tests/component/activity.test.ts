import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { permissions } from '../kit/builders.ts'
import { generate } from '../unit/backend.ts'
import { press } from './hands.ts'
import { openApp, startService } from './openApp.ts'
import { savedFiles } from './savedFiles.ts'

const address = '/settings/api-tokens/activity'
const table = () => screen.findByRole('table', { name: 'Activity' })

/** The texts of the cells, row by row, the time left out. */
async function rows(): Promise<string[][]> {
  const all = within(await table())
    .getAllByRole('row')
    .slice(1)
  return all.map((row) =>
    within(row)
      .getAllByRole('cell')
      .slice(1)
      .map((cell) => textOf(cell)),
  )
}

function textOf(cell: HTMLElement): string {
  const items = cell.querySelectorAll('li')
  const parts = items.length > 0 ? [...items] : [cell]
  return parts.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | ')
}

/** Two Admins and a token that has been through a lot; a second one was deleted. */
async function busyService() {
  const service = await startService()
  const alex = await service.as('admin')
  const robin = await service.as('otherAdmin')
  const minute = (number: number) => service.clock.set(new Date(Date.UTC(2026, 10, 24, 9, number)))
  minute(0)
  const created = await generate(alex, {
    accessLevel: 'custom',
    permissions: permissions({ sales_orders: 'read_only', tickets: 'full_access' }),
    expiresAt: null,
  })
  const { id } = created.body.token
  const path = `/api/tokens/${id}`
  const change = (body: object) => alex('PATCH', path, { body, headers: { 'If-Match': '*' } })
  minute(1)
  await change({ name: 'ShipFast EU', description: 'Sends tracking codes' })
  minute(2)
  await change({ expiresAt: '2026-12-24T09:00:00Z' })
  minute(3)
  await robin('POST', `${path}/pause`)
  minute(4)
  await robin('POST', `${path}/replacement`, {
    body: {
      accessLevel: 'custom',
      permissions: permissions({ sales_orders: 'full_access' }),
      keepOldKey: 'none',
      expiresAt: null,
    },
    headers: { 'Idempotency-Key': 'a-replacement' },
  })
  return { ...service, alex, robin, old: id }
}

describe('the page of the activity', () => {
  it('tells who did what to which token, from which state to which, the newest first', async () => {
    const { old } = await busyService()
    await openApp(address, 'admin')
    const told = await rows()
    const expires = 'Thursday, December 24, 2026, at 9:00 AM, Dublin time'
    const ending = expect.stringMatching(/Key ends in: \w{4}$/) as unknown
    const start = (words: string) => expect.stringContaining(words) as unknown
    expect(told).toEqual(
      [
        [
          'Robin Field',
          'Generated',
          'ShipFast EU',
          expect.stringMatching(
            /Access: Custom \| Sales Orders: Read Only → to Full Access \| Tickets: Full Access → to .*Takes the place of: the old key$/,
          ) as unknown,
        ],
        ['Robin Field', 'Retired', 'ShipFast EUDeleted since', start('Access: Custom')],
        ['Robin Field', 'Paused', 'ShipFast EUDeleted since', ''],
        ['Alex Morgan', 'Shortened', 'ShipFast EUDeleted since', `Expires: never to ${expires}`],
        [
          'Alex Morgan',
          'Changed',
          'ShipFastDeleted since',
          'Token Name: ShipFast to ShipFast EU | Token Description: (empty) to Sends tracking codes',
        ],
        ['Alex Morgan', 'Generated', 'ShipFastDeleted since', ending],
      ].map((row) => row.map((cell) => (typeof cell === 'string' ? arrows(cell) : cell))),
    )
    const links = within(await table()).getAllByRole<HTMLAnchorElement>('link')
    expect(links.map((link) => link.getAttribute('href'))).not.toContain(
      `/settings/api-tokens/${old}`,
    )
    expect(links).toHaveLength(1)
  })

  it('says of a new key with the access of the old one that it is as before', async () => {
    const service = await startService()
    const admin = await service.as('admin')
    const access = {
      accessLevel: 'custom' as const,
      permissions: permissions({ tickets: 'read_only' }),
    }
    const { body } = await generate(admin, { ...access, expiresAt: null })
    await admin('POST', `/api/tokens/${body.token.id}/replacement`, {
      body: { ...access, keepOldKey: 'day', expiresAt: null },
      headers: { 'Idempotency-Key': 'a-replacement' },
    })
    await openApp(address, 'admin')
    expect((await rows())[0]?.at(-1)).toMatch(
      /^Access: Custom, as before \| Key ends in: \w{4} \| Takes the place of: the old key$/,
    )
  })

  it('shows what was done in one way or by one person, and keeps that in the address', async () => {
    await busyService()
    const router = await openApp(address, 'admin')
    await table()
    choose('What was done', 'paused')
    await waitFor(async () => expect((await rows()).map(([, what]) => what)).toEqual(['Paused']))
    expect(router.currentRoute.value.query).toEqual({ action: 'paused' })
    await screen.findByText('1 entry')
    await screen.findByRole('option', { name: 'Alex Morgan' })
    choose('Who did it', 'usr_alex')
    await screen.findByText('Nothing like this was done')
    press(screen.getByRole('button', { name: 'Show everything' }))
    await waitFor(async () => expect(await rows()).toHaveLength(6))
    expect(router.currentRoute.value.query).toEqual({})
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  })

  it('of one token says which, and leads back to all', async () => {
    const { old } = await busyService()
    const router = await openApp(`${address}?token=${old}`, 'admin')
    await waitFor(async () => expect(await rows()).toHaveLength(5))
    press(screen.getByRole('button', { name: 'Show all tokens' }))
    await waitFor(async () => expect(await rows()).toHaveLength(6))
    expect(router.currentRoute.value.query).toEqual({})
  })

  it('goes page by page, and to the last one where the address is of none', async () => {
    const { alex } = await busyService()
    for (let count = 0; count < 24; count += 1) await generate(alex, { name: `Token ${count}` })
    const router = await openApp(`${address}?page=9`, 'admin')
    await waitFor(async () => expect(await rows()).toHaveLength(5))
    expect(router.currentRoute.value.query).toEqual({ page: '2' })
    const pages = screen.getByRole('navigation', { name: 'Pages' })
    press(within(pages).getByRole('link', { name: 'Previous' }))
    await waitFor(async () => expect(await rows()).toHaveLength(25))
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
    choose('Entries per page', '50')
    await waitFor(async () => expect(await rows()).toHaveLength(30))
  })

  it('says so where nothing was done yet, and where it could not be loaded', async () => {
    const { network } = await startService()
    network.use(http.get('*/api/activity', () => HttpResponse.error(), { once: true }))
    await openApp(address, 'admin')
    await screen.findByText('This could not be loaded')
    press(screen.getByRole('button', { name: 'Retry' }))
    await screen.findByText('Nothing has been done yet')
    expect(screen.queryByRole('button', { name: 'Export activity' })).toBeNull()
  })

  it('is saved as a file that no spreadsheet takes for a formula', async () => {
    const { alex } = await busyService()
    await generate(alex, { name: '=1+1' })
    const files = savedFiles()
    await openApp(`${address}?by=usr_alex`, 'admin')
    press(await screen.findByRole('button', { name: 'Export activity' }))
    await screen.findByText('4 entries were exported')
    const [file] = files
    expect(file?.name).toMatch(/^api-token-activity-\d{4}-\d\d-\d\d\.csv$/)
    const lines = (await file?.blob.text())?.split('\r\n') ?? []
    expect(lines[0]).toContain('When,Who,What,Token,Key ends in,Change')
    expect(lines[1]).toContain(",Alex Morgan,Generated,'=1+1,")
    expect(lines).toHaveLength(6)
  })

  it('is not saved where somebody stops, and says why where it cannot be', async () => {
    const { network } = await busyService()
    const files = savedFiles()
    await openApp(address, 'admin')
    const start = await screen.findByRole('button', { name: 'Export activity' })
    const answer = Promise.withResolvers<undefined>()
    network.use(
      http.get('*/api/activity', async () => {
        await answer.promise
        return HttpResponse.error()
      }),
    )
    press(start)
    await screen.findByRole('progressbar', { name: 'Exporting activity' })
    press(screen.getByRole('button', { name: 'Stop' }))
    await waitFor(() => expect(document.activeElement).toBe(start))
    answer.resolve(undefined)
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
    expect(screen.queryByText(/There is no file/)).toBeNull()
    press(start)
    await screen.findByText(/There is no file/)
    expect(files).toEqual([])
  })
})

describe('what was done to one token', () => {
  it('is in its details, and all of it a link away', async () => {
    const service = await startService()
    const alex = await service.as('admin')
    const { body } = await generate(alex)
    const path = `/api/tokens/${body.token.id}`
    for (let count = 0; count < 6; count += 1) {
      await alex('POST', `${path}/pause`)
      await alex('POST', `${path}/resume`)
    }
    await openApp(`/settings/api-tokens/${body.token.id}`, 'admin')
    await waitFor(async () => expect(await rows()).toHaveLength(10))
    const link = screen.getByRole('link', { name: 'All that was done to it: 13 entries' })
    expect(link.getAttribute('href')).toBe(`${address}?token=${body.token.id}`)
  })

  it('is known after it was deleted', async () => {
    const { old } = await busyService()
    await openApp(`/settings/api-tokens/${old}`, 'admin')
    const link = await screen.findByRole('link', { name: 'What was done to it' })
    expect(link.getAttribute('href')).toBe(`${address}?token=${old}`)
  })

  it('is nothing where there never was such a token', async () => {
    const { requests } = await startService()
    await openApp('/settings/api-tokens/tok_none', 'admin')
    await screen.findByRole('heading', { level: 1, name: 'This token does not exist' })
    await waitFor(() => expect(requests).toContain('GET /api/activity'))
    expect(screen.queryByRole('link', { name: 'What was done to it' })).toBeNull()
  })

  it('that could not be loaded leaves the details as they are', async () => {
    const service = await startService()
    const { body } = await generate(await service.as('admin'))
    service.network.use(http.get('*/api/activity', () => HttpResponse.error()))
    await openApp(`/settings/api-tokens/${body.token.id}`, 'admin')
    await screen.findByText(/What was done to this token could not be loaded/)
    service.network.resetHandlers()
    press(screen.getByRole('button', { name: 'Load it again' }))
    await waitFor(async () => expect(await rows()).toHaveLength(1))
  })
})

/** "to" stands behind an arrow that is not read out. */
function arrows(text: string): string {
  return text.replaceAll(' to ', ' → to ')
}

function choose(label: string, value: string): void {
  fireEvent.change(screen.getByRole('combobox', { name: label }), { target: { value } })
}
