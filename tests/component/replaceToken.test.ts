import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { announceChange } from '#src/api/changes.ts'

import { permissions } from '../kit/builders.ts'
import { generate } from '../unit/backend.ts'
import { press } from './hands.ts'
import { openApp, startService } from './openApp.ts'

type Token = components['schemas']['Token']

const lostAnswer = {
  operation: 'replaceToken',
  what: 'lost-after-commit',
  when: { nth: 1 },
} as const

/** The page that replaces a token named ShipFast, open in an Admin's browser; another Admin is about. */
async function openReplacing(wanted: Parameters<typeof generate>[1] = {}, query = '') {
  const service = await startService()
  const otherAdmin = await service.as('otherAdmin')
  const { token, key } = (await generate(otherAdmin, { name: 'ShipFast', ...wanted })).body
  const resource = `/api/tokens/${token.id}`
  const router = await openApp(`/settings/api-tokens/${token.id}/replace${query}`, 'admin')
  await screen.findByRole('heading', { level: 1, name: 'Replace ShipFast' })
  return {
    ...service,
    router,
    token,
    oldKey: key ?? '',
    deleteElsewhere: () => otherAdmin('DELETE', resource),
    replaceElsewhere: () =>
      otherAdmin('POST', `${resource}/replacement`, {
        headers: { 'Idempotency-Key': 'somebody-else' },
        body: { accessLevel: 'read_only', keepOldKey: 'day' },
      }),
    all: async () => ((await otherAdmin('GET', '/api/tokens')).body as { items: Token[] }).items,
    works: async (someKey: string) => {
      const headers = { Authorization: `Bearer ${someKey}` }
      return (await service.nobody('GET', '/v1/whoami', { headers })).status === 200
    },
    sent: () => service.requests.filter((sent) => sent.endsWith('/replacement')).length,
  }
}

const levels = () => within(screen.getByRole('radiogroup', { name: 'Select Access Level' }))
const keeping = () => within(screen.getByRole('radiogroup', { name: 'Keep the old key' }))
const changes = () =>
  within(screen.getByRole('list', { name: 'What changes' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent.trim())

function submit(): void {
  press(screen.getByRole('button', { name: 'Generate new key' }))
}

async function newKey(): Promise<string> {
  await screen.findByRole('heading', { level: 1, name: 'Copy your API key' })
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'API key' })
  return field.value
}

describe('replacing a token', () => {
  it('begins with the same access, and with a day for the old key', async () => {
    await openReplacing({
      accessLevel: 'custom',
      permissions: permissions({ tickets: 'read_only', sales_orders: 'full_access' }),
    })
    for (const side of ['Present access', 'New access']) {
      expect(screen.getByRole('region', { name: side }).textContent).toContain(
        'Can read and change Sales Orders. Can read Tickets. Nothing else.',
      )
    }
    expect(changes()).toEqual(['The same access, a new key'])
    expect(levels().getByRole('radio', { name: 'Custom', checked: true })).toBeDefined()
    expect(keeping().getByRole('radio', { name: '1 day', checked: true })).toBeDefined()
    const names = ['Not at all', '1 hour', '1 day', '1 week']
    expect(keeping().getAllByRole('radio')).toEqual(
      names.map((name) => keeping().getByRole('radio', { name })),
    )
  })

  it('tells in words what the new access gains and loses', async () => {
    await openReplacing({
      accessLevel: 'custom',
      permissions: permissions({ tickets: 'read_only', sales_orders: 'read_only' }),
    })
    async function give(feature: string, permission: string): Promise<void> {
      const group = within(await screen.findByRole('radiogroup', { name: feature }))
      press(group.getByRole('radio', { name: permission }))
    }
    await give('Sales Orders', 'Full Access')
    await give('Tickets', 'No Access')
    await waitFor(() =>
      expect(changes()).toEqual(['Gains: change Sales Orders.', 'Loses: read Tickets.']),
    )
    press(levels().getByRole('radio', { name: 'Full Access' }))
    await waitFor(() => expect(changes()).toHaveLength(1))
    expect(changes()[0]).toMatch(/^Gains: read and change .*; change Sales Orders and Tickets\.$/)
  })

  it('says until when the old key works, and warns where it stops at once', async () => {
    await openReplacing()
    const until = /works until Tuesday, November 24, 2026, at 10:00 AM, Dublin time/
    expect(keeping().getByRole('radio', { name: '1 hour', description: until })).toBeDefined()
    const warning = 'ShipFast cannot work with eDesk until it has the new key.'
    expect(screen.queryByText(warning)).toBeNull()
    press(keeping().getByRole('radio', { name: 'Not at all' }))
    await screen.findByText(warning)
  })

  it('does not promise the old key more time than it has', async () => {
    await openReplacing({ expiresAt: '2026-11-25T00:00:00Z' })
    const anyway = /works until .*November 24, 2026, at the end of the day.*when it expires anyway/
    expect(keeping().getByRole('radio', { name: '1 week', description: anyway })).toBeDefined()
    expect(keeping().queryByRole('radio', { name: '1 hour', description: anyway })).toBeNull()
  })

  it('gives a new key that works beside the old one, and says how long both do', async () => {
    const { works, oldKey, all, token } = await openReplacing({ accessLevel: 'full_access' })
    press(levels().getByRole('radio', { name: 'Read-only' }))
    submit()
    const key = await newKey()
    screen.getByText(/Give it to ShipFast: the old key works until Wednesday, November 25, 2026/)
    expect([await works(key), await works(oldKey)]).toEqual([true, true])
    const tokens = await all()
    expect(tokens).toHaveLength(2)
    expect(tokens.find(({ id }) => id !== token.id)).toMatchObject({
      name: 'ShipFast',
      accessLevel: 'read_only',
      expiresAt: '2027-02-23T00:00:00.000Z',
    })
    expect(screen.getByRole('button', { name: 'Return to Token List' })).toBeDefined()
  })

  it('can stop the old key at once', async () => {
    const { works, oldKey, all } = await openReplacing()
    press(keeping().getByRole('radio', { name: 'Not at all' }))
    submit()
    const key = await newKey()
    screen.getByText('Give it to ShipFast: the old key does not work any more.')
    expect([await works(key), await works(oldKey)]).toEqual([true, false])
    expect(await all()).toHaveLength(1)
  })

  it('asks once, however often it is submitted', async () => {
    const { sent, all } = await openReplacing()
    submit()
    submit()
    submit()
    await newKey()
    expect(sent()).toBe(1)
    expect(await all()).toHaveLength(2)
  })

  it.each(['Not at all', '1 week'])(
    'makes one token where the answer was lost and it is sent again, with the old key kept: %s',
    async (kept) => {
      const { control, all } = await openReplacing()
      await control.setView({ faults: [lostAnswer] })
      press(keeping().getByRole('radio', { name: kept }))
      submit()
      expect((await screen.findByRole('alert')).textContent).toContain('one new key, never two')
      // What has become of the token is asked for anew, and is no news.
      announceChange()
      submit()
      await newKey()
      expect(await all()).toHaveLength(kept === 'Not at all' ? 1 : 2)
    },
  )

  it('tells what became of a lost attempt where it is sent again with another choice', async () => {
    const { control } = await openReplacing()
    await control.setView({ faults: [lostAnswer] })
    submit()
    await screen.findByRole('alert')
    press(levels().getByRole('radio', { name: 'Full Access' }))
    submit()
    await screen.findByText(/earlier attempt of yours has replaced this token/)
  })

  it('keeps what was chosen where the service fails', async () => {
    const { network } = await openReplacing()
    network.use(
      http.post('*/replacement', () => HttpResponse.json({}, { status: 503 }), { once: true }),
    )
    press(levels().getByRole('radio', { name: 'Full Access' }))
    press(keeping().getByRole('radio', { name: '1 week' }))
    submit()
    await screen.findByRole('alert')
    expect(levels().getByRole('radio', { name: 'Full Access', checked: true })).toBeDefined()
    expect(keeping().getByRole('radio', { name: '1 week', checked: true })).toBeDefined()
    submit()
    await newKey()
  })

  it('keeps what was chosen where the plan has changed or the session has ended', async () => {
    const { control, as } = await openReplacing()
    const otherAdmin = await as('otherAdmin')
    press(levels().getByRole('radio', { name: 'Full Access' }))
    await otherAdmin('PUT', '/api/plan', { body: { plan: 'starter' } })
    submit()
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toContain('Professional plan'),
    )
    await otherAdmin('PUT', '/api/plan', { body: { plan: 'professional' } })
    await control.setView({
      faults: [{ operation: 'replaceToken', what: 'session-ends', when: { nth: 1 } }],
    })
    submit()
    await screen.findByRole('dialog', { name: 'You have been logged out' })
    expect(levels().getByRole('radio', { name: 'Full Access', checked: true })).toBeDefined()
  })

  it('refuses a date that is none at its field', async () => {
    const { sent } = await openReplacing()
    const period = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Expiration' })
    period.value = 'date'
    period.dispatchEvent(new Event('change'))
    const field = await screen.findByLabelText('Expires on')
    submit()
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
    await waitFor(() => expect(document.activeElement).toBe(field))
    expect(sent()).toBe(0)
  })

  it('asks before what was chosen is discarded, and not where nothing was', async () => {
    await openReplacing()
    press(keeping().getByRole('radio', { name: '1 week' }))
    press(screen.getByRole('button', { name: 'Cancel' }))
    const dialog = await screen.findByRole('dialog', { name: 'Discard what you typed?' })
    press(within(dialog).getByRole('button', { name: 'Keep editing' }))
    press(keeping().getByRole('radio', { name: '1 day' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    press(screen.getByRole('button', { name: 'Cancel' }))
    await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
  })
})

describe('a token that is not there to be replaced', () => {
  it('because somebody deletes it meanwhile: what was chosen goes on to a new token', async () => {
    const { deleteElsewhere, router } = await openReplacing({ description: 'Sends parcels' })
    press(levels().getByRole('radio', { name: 'Full Access' }))
    await deleteElsewhere()
    announceChange()
    expect((await screen.findByRole('alert')).textContent).toContain('What you chose is still here')
    expect(levels().getByRole('radio', { name: 'Full Access', checked: true })).toBeDefined()
    press(screen.getByRole('link', { name: 'Add a token with this access' }))
    await screen.findByRole('heading', { level: 1, name: 'Add a token' })
    expect(router.currentRoute.value.query).toEqual({
      name: 'ShipFast',
      description: 'Sends parcels',
      level: 'full_access',
    })
  })

  it('because somebody has deleted it just now: the answer says so', async () => {
    const { deleteElsewhere } = await openReplacing()
    await deleteElsewhere()
    submit()
    expect((await screen.findByRole('alert')).textContent).toContain('nothing to replace')
  })

  it('because somebody else replaces it first: nothing is done, and the way leads to both', async () => {
    const { replaceElsewhere, all } = await openReplacing()
    await replaceElsewhere()
    submit()
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody has replaced')
    expect(await all()).toHaveLength(2)
    press(await screen.findByRole('link', { name: 'See both keys' }))
    await screen.findByRole('region', { name: /^(Being replaced|Replaces)$/ })
  })

  it('because it is being replaced already', async () => {
    const { as } = await startService()
    const otherAdmin = await as('otherAdmin')
    const { token } = (await generate(otherAdmin, { name: 'ShipFast' })).body
    await otherAdmin('POST', `/api/tokens/${token.id}/replacement`, {
      headers: { 'Idempotency-Key': 'somebody-else' },
      body: { accessLevel: 'read_only', keepOldKey: 'day' },
    })
    await openApp(`/settings/api-tokens/${token.id}/replace`, 'admin')
    await screen.findByText(/is being replaced already/)
    expect(screen.queryByRole('button', { name: 'Generate new key' })).toBeNull()
    press(screen.getByRole('link', { name: 'See both keys' }))
    await screen.findByRole('region', { name: 'Replaces' })
  })

  it('because it never was', async () => {
    await startService()
    await openApp('/settings/api-tokens/tok_nothing/replace', 'admin')
    await screen.findByRole('heading', { level: 1, name: 'This token does not exist' })
  })
})

describe('an address that proposes a replacement', () => {
  it('fills in the access, and says so', async () => {
    await openReplacing(
      { accessLevel: 'full_access' },
      '?level=custom&sales_orders=full_access&tickets=read_only',
    )
    screen.getByText(/was proposed to you/)
    expect(screen.getByRole('region', { name: 'New access' }).textContent).toContain(
      'Can read and change Sales Orders. Can read Tickets. Nothing else.',
    )
    expect(changes()[0]).toMatch(/^Loses: read and change .*; change Tickets\.$/)
  })

  it('is told what of it does not fit, and nothing is guessed', async () => {
    await openReplacing({}, '?level=everything&tickets=read_only&colour=red')
    screen.getByText(/left out: level, tickets, colour\./)
    expect(changes()).toEqual(['The same access, a new key'])
    expect(screen.queryByText(/was proposed to you/)).toBeNull()
  })

  it('because of a leak gives the old key an hour', async () => {
    await openReplacing({}, '?because=leaked')
    expect(keeping().getByRole('radio', { name: '1 hour', checked: true })).toBeDefined()
    screen.getByText(/Somebody may have the old key/)
  })

  it('because of a leak asks first how long the old key works', async () => {
    await openReplacing({}, '?because=leaked')
    const groups = [...document.querySelectorAll('legend')].map(({ textContent }) => textContent)
    expect(groups.slice(0, 2)).toEqual(['Keep the old key', 'Access'])
  })
})
