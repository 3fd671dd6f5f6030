import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'

import { pieceLength } from '#src/features/api-tokens/found-key/searchTexts.ts'
import { keyOf } from '#src/mock/scenarios/demoKeys.ts'

import { generate } from '../unit/backend.ts'
import { press, type } from './hands.ts'
import { openApp, startService } from './openApp.ts'

const strange = keyOf('many', 'Nobody’s')
const mistyped = `${strange.slice(0, -1)}${strange.endsWith('a') ? 'b' : 'a'}`

/** The page, where the business has a token named ShipFast and one named Ledgerly. */
async function openPage() {
  const service = await startService()
  const admin = await service.as('admin')
  const made = await generate(admin, { name: 'ShipFast', accessLevel: 'full_access' })
  const other = await generate(admin, { name: 'Ledgerly' })
  const { key, token } = made.body
  const { key: otherKey } = other.body
  if (key === null || otherKey === null) throw new Error('A creation gives its key')
  const router = await openApp('/settings/api-tokens/found', 'admin')
  await screen.findByRole('heading', { level: 1, name: 'Found a key?' })
  return { ...service, router, admin, key, otherKey, token }
}

const field = () =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text that contains a key' })
const lookButton = () => screen.getByRole('button', { name: 'Look for keys' })

function look(text: string): void {
  type(field(), text)
  press(lookButton())
}

/** What the search came to, once it has the focus. */
async function results(name: string | RegExp): Promise<HTMLElement> {
  const heading = await screen.findByRole('heading', { level: 2, name })
  await waitFor(() => expect(document.activeElement).toBe(heading))
  return heading
}

async function partOf(tokenName: string) {
  const heading = await screen.findByRole('heading', { level: 3, name: tokenName })
  const part = heading.closest('li')
  if (!part) throw new Error(`${tokenName} is in no list`)
  return within(part)
}

async function told(words: string): Promise<void> {
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain(words))
}

/** As a browser gives what is pasted or dropped. */
function transfer(text: string, files: File[] = []) {
  return { files, types: files.length > 0 ? ['Files'] : ['text/plain'], getData: () => text }
}

describe('looking for keys in a text', () => {
  it('tells which tokens they are, and goes to the result', async () => {
    const { key, otherKey } = await openPage()
    look(`first "${key}", then ${otherKey}; ${key}`)
    await results('2 keys found')
    const names = screen.getAllByRole('heading', { level: 3 }).map((each) => each.textContent)
    expect(names).toEqual(['ShipFast', 'Ledgerly'])
    const part = await partOf('ShipFast')
    expect(part.getByText('Full Access')).toBeDefined()
    expect(part.getByText('Active')).toBeDefined()
    expect(part.getByText('Never used')).toBeDefined()
    expect(part.getByText(`edesk_…${key.slice(-4)}`)).toBeDefined()
    const { href } = part.getByRole<HTMLAnchorElement>('link', { name: 'ShipFast' })
    expect(href).toMatch(/\/settings\/api-tokens\/tok_/)
  })

  it('tells keys of no token of the business apart from those that are mistyped', async () => {
    const { key } = await openPage()
    look(`${strange} ${mistyped} ${key.slice(0, 30)}`)
    await results('1 key found')
    expect(
      screen.getByRole('heading', { name: '1 key of no token of your business' }),
    ).toBeDefined()
    const broken = screen.getByRole('heading', { name: '2 texts that are almost keys' })
    expect(broken).toBeDefined()
    expect(screen.getByText('30 of 42 characters')).toBeDefined()
    expect(screen.getByText('As long as a key, with a wrong character')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Delete token' })).toBeNull()
  })

  it('says so where there is none', async () => {
    const { requests } = await openPage()
    look('nothing but edesk_world')
    await results('No key found')
    expect(screen.getByText(/A key is a word of 42 characters/)).toBeDefined()
    expect(requests).not.toContain('POST /api/found-keys')
  })

  it('asks for a text where there is none to look through', async () => {
    await openPage()
    press(lookButton())
    await waitFor(() => expect(field().getAttribute('aria-invalid')).toBe('true'))
    screen.getByRole('textbox', { description: /Paste the text that contains a key, or choose/ })
    expect(document.activeElement).toBe(field())
    type(field(), 'x')
    await waitFor(() => expect(field().getAttribute('aria-invalid')).toBeNull())
  })

  it('keeps the text where the service fails, and looks again', async () => {
    const { key, network } = await openPage()
    network.use(
      http.post('*/api/found-keys', () => HttpResponse.json({}, { status: 503 }), { once: true }),
    )
    look(key)
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('Something went wrong at eDesk')
    await waitFor(() => expect(document.activeElement?.contains(alert)).toBe(true))
    expect(field().value).toBe(key)
    press(screen.getByRole('button', { name: 'Retry' }))
    await results('1 key found')
  })

  it('is under way as long as the service has not answered, and can be stopped', async () => {
    const { key, network } = await openPage()
    network.use(http.post('*/api/found-keys', () => new Promise<never>(() => undefined)))
    look(key)
    await screen.findByRole('progressbar', { name: /Looking for keys/ })
    press(screen.getByRole('button', { name: 'Stop' }))
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
    expect(document.activeElement).toBe(field())
    expect(field().value).toBe(key)
  })
})

it('keeps the text where the session has ended, and goes on after a new log-in', async () => {
  const { key, network } = await openPage()
  const ended = { type: '/problems/not-logged-in', title: 'Not logged in', status: 401 }
  network.use(
    http.post('*/api/found-keys', () => HttpResponse.json(ended, { status: 401 }), { once: true }),
  )
  look(key)
  const dialog = within(await screen.findByRole('dialog', { name: 'You have been logged out' }))
  expect(field().value).toBe(key)
  type(dialog.getByRole('textbox', { name: 'Email' }), 'admin@example.com')
  type(dialog.getByLabelText('Password'), 'edesk-demo')
  press(dialog.getByRole('button', { name: 'Log in' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  press(screen.getByRole('button', { name: 'Retry' }))
  await results('1 key found')
})

describe('what leaves the page', () => {
  it('is hashes, and of the text nothing', async () => {
    const { key, otherKey, router } = await openPage()
    const sent: string[] = []
    const send = globalThis.fetch
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      const request = new Request(input, init)
      sent.push(`${request.url} ${JSON.stringify([...request.headers])}`)
      sent.push(await request.clone().text())
      return send(request)
    })
    look(`secret words around ${key}\nand ${otherKey} and ${mistyped}`)
    await results('2 keys found')
    press((await partOf('ShipFast')).getByRole('button', { name: 'Pause token' }))
    await told('ShipFast is paused')

    const hashes = await Promise.all([key, otherKey].map(sha256))
    expect(sent).toContain(JSON.stringify({ hashes }))
    const kept = [Object.entries(localStorage), Object.entries(sessionStorage), history.state]
    const everything = [...sent, JSON.stringify(kept), router.currentRoute.value.fullPath].join(
      '\n',
    )
    for (const text of [key, otherKey, mistyped]) {
      for (let at = 6; at < text.length - 12; at += 1) {
        expect(everything).not.toContain(text.slice(at, at + 12))
      }
    }
    expect(everything).not.toContain('secret words')
    vi.restoreAllMocks()
  })

  it('is wiped with the page, and where the browser puts it away', async () => {
    const { key, router } = await openPage()
    const before = field()
    type(before, key)
    window.dispatchEvent(new Event('pagehide'))
    expect(before.value).toBe('')
    type(before, key)
    await router.push('/settings')
    await screen.findByRole('heading', { level: 1, name: 'Settings' })
    expect(before.value).toBe('')
    await router.push('/settings/api-tokens/found')
    await screen.findByRole('heading', { level: 1, name: 'Found a key?' })
    expect(field().value).toBe('')
  })
})

describe('whoever comes back from a found token', () => {
  /** Looks for both keys, and goes to the replacement of ShipFast. */
  async function goToReplacement() {
    const page = await openPage()
    look(`${page.key} ${page.otherKey}`)
    await results('2 keys found')
    press((await partOf('ShipFast')).getByRole('link', { name: 'Replace token' }))
    await screen.findByRole('heading', { level: 1, name: 'Replace ShipFast' })
    return page
  }

  it('finds the tokens as they are by now, and the text gone', async () => {
    const { key, token, admin, router } = await goToReplacement()
    await admin('DELETE', `/api/tokens/${token.id}`)
    router.back()
    await screen.findByRole('heading', { level: 2, name: '2 keys found' })
    expect(screen.getByText(/The text itself was not kept/)).toBeDefined()
    await (await partOf('ShipFast')).findByText('Deleted: its key is refused.')
    expect((await partOf('Ledgerly')).getByRole('link', { name: 'Replace token' })).toBeDefined()
    expect(field().value).toBe('')
    expect(document.body.innerHTML).not.toContain(key.slice(6, 18))
    press(screen.getByRole('button', { name: 'Clear' }))
    await waitFor(() => expect(screen.queryByRole('heading', { level: 2 })).toBeNull())
    await router.push('/settings/api-tokens')
    await router.push('/settings/api-tokens/found')
    await screen.findByRole('heading', { level: 1, name: 'Found a key?' })
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull()
  })

  it('a new search has its own text', async () => {
    const { otherKey, router } = await goToReplacement()
    router.back()
    await screen.findByText(/The text itself was not kept/)
    look(otherKey)
    await results('1 key found')
    expect(screen.queryByText(/The text itself was not kept/)).toBeNull()
  })

  it('finds nothing any more where another part of eDesk was opened meanwhile', async () => {
    const { router } = await goToReplacement()
    await router.push('/settings/users')
    await screen.findByRole('heading', { level: 1, name: 'Users' })
    await router.push('/settings/api-tokens/found')
    await screen.findByRole('heading', { level: 1, name: 'Found a key?' })
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull()
  })
})

it('can be reached from the list, whether there is a token or not', async () => {
  await startService()
  await openApp('/settings/api-tokens', 'admin')
  press(await screen.findByRole('link', { name: 'Found a key?' }))
  const heading = await screen.findByRole('heading', { level: 1, name: 'Found a key?' })
  await waitFor(() => expect(document.activeElement).toBe(heading))
})

describe('what can be done at once', () => {
  it('a token can be paused and resumed, without losing the place', async () => {
    const { key, admin, token } = await openPage()
    look(key)
    await results('1 key found')
    const part = await partOf('ShipFast')
    part.getByRole('group', { name: 'Actions for ShipFast' })
    const button = part.getByRole('button', { name: 'Pause token' })
    press(button)
    await told('ShipFast is paused: its key is refused.')
    await part.findByText('Paused')
    expect((await admin('GET', `/api/tokens/${token.id}`)).body).toMatchObject({ status: 'paused' })
    expect(document.activeElement).toBe(part.getByRole('button', { name: 'Resume token' }))
    press(button)
    await told('ShipFast works again.')
    await part.findByText('Active')
  })

  it('says at the token what could not be done', async () => {
    const { key, network } = await openPage()
    network.use(http.post('*/api/tokens/:id/pause', () => HttpResponse.json({}, { status: 503 })))
    look(key)
    await results('1 key found')
    const part = await partOf('ShipFast')
    press(part.getByRole('button', { name: 'Pause token' }))
    await part.findByRole('alert')
    expect(part.getByText('Active')).toBeDefined()
  })

  it('a token can be deleted, and the focus goes to what is left of it', async () => {
    const { key, otherKey } = await openPage()
    look(`${otherKey} ${key}`)
    await results('2 keys found')
    press((await partOf('ShipFast')).getByRole('button', { name: 'Delete token' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete ShipFast?' }))
    press(dialog.getByRole('button', { name: 'Delete token' }))
    await told('ShipFast was deleted')
    const part = await partOf('ShipFast')
    await part.findByText('Deleted: its key is refused.')
    expect(part.queryByRole('button')).toBeNull()
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'ShipFast' })),
    )
    expect((await partOf('Ledgerly')).getByRole('button', { name: 'Delete token' })).toBeDefined()
  })

  it('all of it can be cleared, to begin anew', async () => {
    const { key } = await openPage()
    look(key)
    await results('1 key found')
    press(screen.getByRole('button', { name: 'Clear' }))
    await waitFor(() => expect(screen.queryByRole('heading', { level: 2 })).toBeNull())
    expect(field().value).toBe('')
    expect(document.activeElement).toBe(field())
  })
})

describe('a text that is too long for a field', () => {
  const line = 'nothing to see here\n'
  const long = line.repeat(Math.ceil((10 * 1024 * 1024) / line.length))

  it.each(['paste', 'drop'] as const)(
    'is held beside it after a %s, and looked through',
    async (how) => {
      const { key } = await openPage()
      const data = transfer(long + key)
      const event =
        how === 'paste'
          ? fireEvent.paste(field(), { clipboardData: data })
          : fireEvent.drop(field(), { dataTransfer: data })
      expect(event, 'prevented').toBe(false)
      expect(field().value).toBe('')
      const held = within(await screen.findByRole('list', { name: 'Long texts and files' }))
      expect(held.getByText(/Pasted text/)).toBeDefined()
      expect(held.getByText('10.5 MB')).toBeDefined()
      press(lookButton())
      await results('1 key found')
    },
  )

  it('lets the page go on between its pieces, and tells how far it is', async () => {
    const { key, network } = await openPage()
    network.use(http.post('*/api/found-keys', () => new Promise<never>(() => undefined)))
    fireEvent.paste(field(), { clipboardData: transfer(long + key) })
    const pauses = vi.spyOn(globalThis, 'setTimeout')
    press(lookButton())
    await waitFor(() =>
      expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: /Looking/ }).value).toBe(
        1,
      ),
    )
    const without = pauses.mock.calls.filter(([, wait]) => wait === undefined)
    pauses.mockRestore()
    expect(without.length).toBeGreaterThanOrEqual(Math.ceil(long.length / pieceLength))
  })

  it('a file is taken wherever on the page it is dropped', async () => {
    const { key } = await openPage()
    const dataTransfer = transfer('', [new File([key], 'a.log')])
    expect(fireEvent.dragOver(document.body, { dataTransfer })).toBe(false)
    expect(fireEvent.drop(document.body, { dataTransfer })).toBe(false)
    await screen.findByText(/a\.log/)
    expect(fireEvent.dragOver(document.body, { dataTransfer: transfer('a') })).toBe(true)
  })

  it('a short one goes into the field as ever', async () => {
    await openPage()
    expect(fireEvent.paste(field(), { clipboardData: transfer('short') })).toBe(true)
    expect(fireEvent.drop(field(), { dataTransfer: transfer('short') })).toBe(true)
    expect(screen.queryByRole('list', { name: 'Long texts and files' })).toBeNull()
  })

  it('files can be dropped and removed, and their names are text', async () => {
    const { key } = await openPage()
    const log = new File(['a ', key], '<img src=x>.log')
    fireEvent.drop(field(), { dataTransfer: transfer('', [log, new File(['b'], 'b.log')]) })
    press(await screen.findByRole('button', { name: 'Remove b.log' }))
    await waitFor(() => expect(screen.queryByText(/b\.log/)).toBeNull())
    expect(document.activeElement).toBe(field())
    expect(screen.getByText(/<img src=x>\.log/)).toBeDefined()
    press(lookButton())
    await results('1 key found')
  })

  it('a file that cannot be read is told, and the rest is kept', async () => {
    await openPage()
    const gone = new File(['x'], 'gone.log')
    gone.slice = () => {
      throw new DOMException('gone', 'NotFoundError')
    }
    fireEvent.drop(field(), { dataTransfer: transfer('', [gone]) })
    await screen.findByText(/gone\.log/)
    press(lookButton())
    expect((await screen.findByRole('alert')).textContent).toContain('A file could not be read')
    expect(screen.getByText(/gone\.log/)).toBeDefined()
  })
})

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(digest).toString('hex')
}
