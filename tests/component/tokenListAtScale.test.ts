import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { generate } from '../unit/backend.ts'
import { press, pressKey, type } from './hands.ts'
import { openApp, startService } from './openApp.ts'
import { savedFiles } from './savedFiles.ts'

const address = '/settings/api-tokens'

type Wanted = Parameters<typeof generate>[1]

/** A service with these tokens, the last one the newest. */
async function serviceWith(...wanted: Wanted[]) {
  const service = await startService()
  const admin = await service.as('admin')
  for (const [minute, each] of wanted.entries()) {
    service.clock.set(new Date(Date.UTC(2026, 10, 24, 9, minute)))
    await generate(admin, each)
  }
  return service
}

/** A service with so many tokens more: "Token 1", "Token 2"… */
async function serviceWithMany(count: number) {
  const service = await serviceWith({ name: 'Token 1' })
  await service.storage.change(async (db) => {
    const [token] = await db.all('tokens')
    if (!token) return
    const more = Array.from({ length: count - 1 }, (_, index) => ({
      ...token,
      id: `tok_${index + 2}`,
      name: `Token ${index + 2}`,
      nameKey: `token${index + 2}`,
      keyHash: String(index),
      keyEnding: String(index).padStart(4, '0'),
      lastUsedAt: index < 2 ? token.createdAt : null,
    }))
    await db.putAll('tokens', more)
  })
  return service
}

async function names(): Promise<(string | null)[]> {
  const list = await screen.findByRole('table', { name: 'API Tokens' })
  return within(list)
    .getAllByRole('link')
    .map((link) => link.textContent)
}

const shows = (...wanted: string[]) => waitFor(async () => expect(await names()).toEqual(wanted))

function choose(label: string, value: string): void {
  fireEvent.change(screen.getByRole('combobox', { name: label }), { target: { value } })
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name })
const toolbar = async () => within(await screen.findByRole('toolbar', { name: 'Selected tokens' }))
const button = (name: string) => screen.getByRole('button', { name })

describe('the search in the list', () => {
  it('shows what fits once nobody types, says how many, and is in the address', async () => {
    await serviceWith({ name: 'ShipFast' }, { name: 'Reports', description: 'of ships' })
    await openApp(address, 'admin')
    await shows('Reports', 'ShipFast')
    expect(screen.queryByText(/tokens? fits?/)).toBeNull()
    const field = screen.getByRole('searchbox', { name: 'Search tokens' })
    type(field, 'SHIPF')
    await shows('ShipFast')
    expect(location.search).toBe('?search=SHIPF')
    expect(screen.getByText('1 token fits').getAttribute('aria-live')).toBe('polite')
    expect(document.activeElement).toBe(field)
    press(button('Remove filter: “SHIPF”'))
    await shows('Reports', 'ShipFast')
    expect(field).toHaveProperty('value', '')
    await waitFor(() => expect(location.search).toBe(''))
  })

  it('says that nothing fits, and how to see all again', async () => {
    await serviceWith({ name: 'ShipFast' })
    await openApp(`${address}?search=nobody&access=custom`, 'admin')
    await screen.findByRole('heading', { name: 'No token fits' })
    expect(screen.queryByText('No API tokens yet')).toBeNull()
    expect(screen.getByRole('searchbox')).toHaveProperty('value', 'nobody')
    press(screen.getAllByRole('button', { name: 'Clear search and filters' }).at(-1) ?? fail())
    await shows('ShipFast')
    expect(location.search).toBe('')
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  })

  it('is not there where there is no token', async () => {
    await startService()
    await openApp(address, 'admin')
    await screen.findByText('No API tokens yet')
    expect(screen.queryByRole('searchbox')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Filters' })).toBeNull()
  })
})

describe('the filters of the list', () => {
  it('are behind a button, hold at once, and can be shared as an address', async () => {
    const { as, clock } = await serviceWith(
      { name: 'Reads' },
      { name: 'Writes', accessLevel: 'full_access' },
    )
    clock.set(new Date('2026-11-24T10:00:00Z'))
    await generate(await as('otherAdmin'), { name: 'By Robin' })
    await openApp(address, 'admin')
    await shows('By Robin', 'Writes', 'Reads')
    expect(screen.queryByRole('group', { name: 'Filters' })).toBeNull()
    expect(button('Filters').getAttribute('aria-expanded')).toBe('false')
    press(button('Filters'))
    await screen.findByRole('group', { name: 'Filters' })
    choose('Access', 'read_only')
    await shows('By Robin', 'Reads')
    await screen.findByRole('option', { name: 'Robin Field' })
    choose('Made by', 'usr_robin')
    await shows('By Robin')
    press(box('Never used'))
    choose('Status', 'active')
    choose('Not used for', '30')
    await screen.findByRole('heading', { name: 'No token fits' })
    const shared = '?access=read_only&status=active&madeBy=usr_robin&neverUsed=true&unusedFor=30'
    await waitFor(() => expect(location.search).toBe(shared))
    press(button('Remove filter: Not used for 30 days'))
    await shows('By Robin')
    expect(document.activeElement).toBe(button('Remove filter: Never used'))
    expect(button('Remove filter: Made by Robin Field')).toBeDefined()
  })

  it('know the numbers that somebody typed into the address, and ignore what means nothing', async () => {
    await serviceWith({ name: 'ShipFast' })
    await openApp(`${address}?unusedFor=45&status=gone&page=none`, 'admin')
    expect(await screen.findByRole('button', { name: /Not used for 45 days/ })).toBeDefined()
    press(button('Filters'))
    expect(await screen.findByRole('combobox', { name: 'Not used for' })).toHaveProperty(
      'value',
      '45',
    )
    expect(screen.getByRole('combobox', { name: 'Status' })).toHaveProperty('value', '')
  })
})

describe('the columns of a life', () => {
  it('show how each token stands and when it ends, and sort by that', async () => {
    const { storage } = await serviceWith({ name: 'Late' }, { name: 'Soon' }, { name: 'Never' })
    await storage.change(async (db) => {
      const ends = { Late: '2027-11-24', Soon: '2026-11-27', Never: null }
      for (const token of await db.all('tokens')) {
        const day = ends[token.name as keyof typeof ends]
        await db.put('tokens', { ...token, expiresAt: day && `${day}T09:00:00.000Z` })
      }
    })
    await openApp(address, 'admin')
    await names()
    press(button('Expires'))
    await shows('Soon', 'Late', 'Never')
    const cells = screen.getAllByRole('row').slice(1)
    expect(cells[0]?.textContent).toContain('Expiring soon')
    expect(cells[0]?.textContent).toContain('in 3 days')
    expect(cells[2]?.textContent).toContain('Active')
    press(button('Last used'))
    await waitFor(() => expect(location.search).toBe('?sort=-lastUsedAt'))
  })
})

describe('a page of the list', () => {
  it('shows 25, 50 or 100 tokens', async () => {
    await serviceWithMany(60)
    await openApp(address, 'admin')
    expect(await names()).toHaveLength(25)
    choose('Tokens per page', '50')
    await waitFor(async () => expect(await names()).toHaveLength(50))
    expect(location.search).toBe('?pageSize=50')
    choose('Tokens per page', '100')
    await waitFor(async () => expect(await names()).toHaveLength(60))
    expect(screen.queryByRole('navigation', { name: 'Pages' })).toBeNull()
  })
})

describe('tokens that are selected', () => {
  it('are deleted after a question that says how many are in use', async () => {
    const { requests } = await serviceWithMany(4)
    await openApp(address, 'admin')
    await names()
    expect(screen.queryByRole('toolbar')).toBeNull()
    press(box('Select Token 1'))
    press(box('Select Token 2'))
    await waitFor(() => expect(box('Select all').indeterminate).toBe(true))
    await (await toolbar()).findByText('2 tokens selected')
    press(await (await toolbar()).findByRole('button', { name: 'Delete' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete 2 tokens?' }))
    expect(dialog.getByText('1 of them was used in the last 30 days.')).toBeDefined()
    expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Cancel' }))
    press(dialog.getByRole('button', { name: 'Delete 2 tokens' }))
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toContain('2 tokens were deleted'),
    )
    await waitFor(async () => expect((await names()).sort()).toEqual(['Token 3', 'Token 4']))
    expect(screen.queryByRole('toolbar')).toBeNull()
    expect(requests.filter((sent) => sent.includes('token-batches'))).toHaveLength(1)
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })),
    )
  })

  it('stay as they are after Cancel', async () => {
    await serviceWithMany(2)
    await openApp(address, 'admin')
    await names()
    press(box('Select all'))
    press(await (await toolbar()).findByRole('button', { name: 'Delete' }))
    await screen.findByRole('dialog')
    pressKey('Escape')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await names()).toHaveLength(2)
    await (await toolbar()).findByText('2 tokens selected')
  })

  it('can be all that fit, on all pages, and go in hundreds', async () => {
    const { requests, storage } = await serviceWithMany(230)
    await openApp(`${address}?search=token`, 'admin')
    await names()
    press(box('Select all'))
    press(await (await toolbar()).findByRole('button', { name: 'Select all 230 that match' }))
    await (await toolbar()).findByText('230 tokens selected')
    expect(document.activeElement).toBe((await toolbar()).getByRole('button', { name: 'Export' }))
    press(await (await toolbar()).findByRole('button', { name: 'Pause' }))
    const question = within(await screen.findByRole('dialog', { name: 'Pause 230 tokens?' }))
    expect(question.getByText(/are refused until you resume them/)).toBeDefined()
    expect(requests.filter((sent) => sent.includes('token-batches'))).toHaveLength(0)
    press(question.getByRole('button', { name: 'Pause 230 tokens' }))
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toContain('230 tokens were paused'),
    )
    expect(requests.filter((sent) => sent.includes('token-batches'))).toHaveLength(3)
    const tokens = await storage.read((db) => db.all('tokens'))
    expect(tokens.filter(({ pausedAt }) => pausedAt === null)).toEqual([])
  })

  it('are done in part where it fails in the middle: that is told, and the rest can be resumed', async () => {
    const { network } = await serviceWithMany(150)
    await openApp(address, 'admin')
    await names()
    press(box('Select all'))
    press(await (await toolbar()).findByRole('button', { name: 'Select all 150 that match' }))
    await (await toolbar()).findByText('150 tokens selected')
    let calls = 0
    network.use(
      http.post('*/api/token-batches', () => {
        calls += 1
        return calls === 2 ? HttpResponse.error() : undefined
      }),
    )
    press(await (await toolbar()).findByRole('button', { name: 'Delete' }))
    press(await screen.findByRole('button', { name: 'Delete 150 tokens' }))
    const dialog = within(screen.getByRole('dialog'))
    const alert = await dialog.findByRole('alert')
    expect(alert.textContent).toContain('100 tokens are done. Continue to delete the rest.')
    const bar = dialog.getByRole('progressbar', { name: 'Deleting tokens' })
    expect(bar.getAttribute('aria-valuetext')).toBe('100 of 150')
    press(dialog.getByRole('button', { name: 'Continue' }))
    await screen.findByText('No API tokens yet')
    expect(screen.getByRole('status').textContent).toContain('150 tokens were deleted')
  })

  it('can be stopped between two hundreds', async () => {
    const { network, storage } = await serviceWithMany(150)
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>()
    await openApp(address, 'admin')
    await names()
    press(box('Select all'))
    press(await (await toolbar()).findByRole('button', { name: 'Select all 150 that match' }))
    await (await toolbar()).findByText('150 tokens selected')
    network.use(http.post('*/api/token-batches', () => held, { once: true }))
    press(await (await toolbar()).findByRole('button', { name: 'Pause' }))
    press(await screen.findByRole('button', { name: 'Pause 150 tokens' }))
    const dialog = within(await screen.findByRole('dialog'))
    press(await dialog.findByRole('button', { name: 'Stop' }))
    release(undefined)
    await dialog.findByText('100 tokens are done. Continue to pause the rest.')
    await waitFor(() =>
      expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Close' })),
    )
    const tokens = await storage.read((db) => db.all('tokens'))
    expect(tokens.filter(({ pausedAt }) => pausedAt !== null)).toHaveLength(100)
    press(dialog.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await (await toolbar()).findByText('50 tokens selected')
  })

  it('stop where the dialog is closed while it works, which is told', async () => {
    const { network } = await serviceWithMany(150)
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>()
    await openApp(address, 'admin')
    await names()
    press(box('Select all'))
    press(await (await toolbar()).findByRole('button', { name: 'Select all 150 that match' }))
    await (await toolbar()).findByText('150 tokens selected')
    network.use(http.post('*/api/token-batches', () => held, { once: true }))
    press(await (await toolbar()).findByRole('button', { name: 'Pause' }))
    press(await screen.findByRole('button', { name: 'Pause 150 tokens' }))
    await screen.findByRole('progressbar')
    pressKey('Escape')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    release(undefined)
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toContain('100 tokens are done'),
    )
    await (await toolbar()).findByText('50 tokens selected')
  })

  it('that are paused can all be resumed at once, where the list is of them', async () => {
    const { storage } = await serviceWithMany(30)
    const pausedAt = '2026-11-20T09:00:00.000Z'
    await storage.change(async (db) => {
      for (const token of await db.all('tokens')) await db.put('tokens', { ...token, pausedAt })
    })
    await openApp(`${address}?status=paused`, 'admin')
    await names()
    press(box('Select all'))
    press(await (await toolbar()).findByRole('button', { name: 'Select all 30 that match' }))
    await (await toolbar()).findByText('30 tokens selected')
    expect((await toolbar()).queryByRole('button', { name: 'Pause' })).toBeNull()
    press((await toolbar()).getByRole('button', { name: 'Resume' }))
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toContain('30 tokens work again'),
    )
    const tokens = await storage.read((db) => db.all('tokens'))
    expect(tokens.filter((token) => token.pausedAt !== null)).toEqual([])
  })

  it('that were gone already are told by name', async () => {
    const { storage } = await serviceWithMany(3)
    await openApp(address, 'admin')
    await names()
    press(box('Select all'))
    await storage.change((db) => db.delete('tokens', 'tok_2'))
    press(await (await toolbar()).findByRole('button', { name: 'Delete' }))
    press(await screen.findByRole('button', { name: 'Delete 3 tokens' }))
    const dialog = within(screen.getByRole('dialog'))
    expect((await dialog.findByText('One was gone already:')).parentElement?.textContent).toContain(
      'Token 2',
    )
  })

  it('are not selected any more once the list shows others', async () => {
    await serviceWithMany(3)
    await openApp(address, 'admin')
    await names()
    press(box('Select Token 1'))
    type(screen.getByRole('searchbox'), 'Token 2')
    await shows('Token 2')
    expect(screen.queryByRole('toolbar')).toBeNull()
  })
})

describe('the file of the list', () => {
  it('has all that fit, page by page, without a secret and without a formula', async () => {
    const files = savedFiles()
    const { as } = await serviceWithMany(120)
    await generate(await as('admin'), { name: '=cmd|token', description: 'a,\n"b"' })
    await openApp(`${address}?search=token`, 'admin')
    await names()
    press(button('Export inventory'))
    await waitFor(() => expect(files).toHaveLength(1))
    const [file] = files
    expect(file?.name).toBe('api-tokens-2026-11-24.csv')
    const text = (await file?.blob.text()) ?? ''
    const lines = text.split('\r\n')
    expect(lines).toHaveLength(123)
    expect(lines[0]).toContain('Name,Description,Status,Access,Features,Key ends in')
    expect(text).toContain(`'=cmd|token,"a,\n""b""",Active,Read-only,`)
    expect(text).not.toMatch(/edesk_|[0-9a-f]{64}/)
    expect(screen.getByRole('status').textContent).toContain('121 tokens were exported')
  })

  it('can be of those that are selected', async () => {
    const files = savedFiles()
    await serviceWithMany(5)
    await openApp(address, 'admin')
    await names()
    press(box('Select Token 2'))
    press(box('Select Token 4'))
    press(await (await toolbar()).findByRole('button', { name: 'Export' }))
    await waitFor(() => expect(files).toHaveLength(1))
    const lines = ((await files[0]?.blob.text()) ?? '').split('\r\n')
    const exported = lines.slice(1, -1).map((line) => line.split(',')[0])
    expect(exported.sort()).toEqual(['Token 2', 'Token 4'])
  })

  it('is none where a page of it fails, which is told', async () => {
    const files = savedFiles()
    const { network } = await serviceWithMany(120)
    await openApp(address, 'admin')
    await names()
    network.use(http.get('*/api/tokens', () => HttpResponse.error(), { once: true }))
    press(button('Export inventory'))
    expect((await screen.findByRole('alert')).textContent).toContain('There is no file. Try again.')
    expect(files).toEqual([])
  })
})

function fail(): never {
  throw new Error('There is no such button')
}
