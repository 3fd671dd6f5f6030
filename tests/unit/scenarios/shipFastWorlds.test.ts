import { describe, expect, it } from 'vitest'

import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { applicationAddress } from '#src/mock/scenarios/demoAddresses.ts'
import { scenarioOf } from '#src/mock/demo/scenarios.ts'
import { shipFastClient } from '#src/mock/scenarios/shipFastWorlds.ts'
import type { SeedData } from '#src/mock/scenarios/seedData.ts'
import { permissions } from '#src/kit/builders.ts'

import { startServer } from '../../support/backend.ts'
import { createToken } from '../../support/tokens.ts'

const now = new Date('2026-11-24T09:00:00Z')
const description = 'Sends tracking codes to eDesk, so that agents see where an order is.'

type Step = [secondsAgo: number, method: string, path: string, body?: unknown]

const connecting: Step[] = [[318, 'GET', '/v1/whoami'], ...listing(317)]

/** The data in the backend after an application has sent these requests. */
async function worldAfter(access: 'custom' | 'read_only', steps: readonly Step[]) {
  const backend = await startServer({ now: ago(402), world: defaultWorld(now) })
  const admin = await backend.as('admin')
  const { body } = await createToken(admin, {
    name: 'ShipFast',
    description,
    accessLevel: access,
    ...(access === 'custom'
      ? { permissions: permissions({ sales_orders: 'full_access' }) }
      : undefined),
  })
  const headers = {
    Authorization: `Bearer ${body.key ?? ''}`,
    'User-Agent': shipFastClient,
    Accept: 'application/json',
  }
  for (const [secondsAgo, method, path, sent] of steps) {
    backend.clock.set(ago(secondsAgo))
    const request = { headers, address: applicationAddress }
    await backend.nobody(method, path, sent === undefined ? request : { ...request, body: sent })
  }
  return comparable(backend.storage.dump())
}

describe('the data of a shipping application that was just connected', () => {
  it('equals the result of its requests', async () => {
    const real = await worldAfter('custom', [...connecting, ...sending(131), ...listing(24)])
    expect(comparable(await scenarioOf('just-connected').world(now))).toEqual(real)
  })

  it('shows the agent in the ticket which application sent the tracking code, and when', async () => {
    const world = await scenarioOf('just-connected').world(now)
    const agent = await (await startServer({ now, world })).as('agent')
    expect((await agent('GET', '/api/tickets/1')).body).toMatchObject({
      order: {
        number: 'NW-1001',
        status: 'OrderShipped',
        tracking: [
          { code: 'RR473124829IE', sentBy: 'ShipFast', sentAt: '2026-11-24T08:57:49.000Z' },
        ],
      },
    })
  })
})

describe('the data of a shipping application with a Read-only token', () => {
  it('equals the result of its requests', async () => {
    const real = await worldAfter('read_only', [
      ...connecting,
      ...sending(131),
      ...sending(92),
      ...sending(24),
    ])
    expect(comparable(await scenarioOf('refused').world(now))).toEqual(real)
  })

  it('tells the Admin which access the application needs', async () => {
    const scenario = scenarioOf('refused')
    const world = await scenario.world(now)
    const admin = await (await startServer({ now, world })).as('admin')
    const tokenId = scenario.startPath.split('/').at(-1) ?? ''
    expect((await admin('GET', `/api/tokens/${tokenId}/usage`)).body).toMatchObject({
      total: 10,
      refused: 3,
      missing: { feature: 'sales_orders', needs: 'full_access' },
    })
  })
})

/** The data without random and measured values, and without sessions. */
function comparable({ sessions: _sessions, creations: _creations, ...world }: SeedData) {
  const tokens = world.tokens.map(({ keyHash: _hash, keyEnding: _ending, ...token }) => token)
  const requests = world.requests.map(
    ({ milliseconds: _milliseconds, requestId: _requestId, ...request }) => request,
  )
  const activity = world.activity.map((entry) => ({
    ...entry,
    keyEnding: '',
    changes: entry.changes.filter(({ field }) => field !== 'key_ending'),
  }))
  // Counters are looked up by name and counted.
  const counters = [...world.counters].sort((one, other) => one.id.localeCompare(other.id))
  const text = JSON.stringify({ ...world, tokens, requests, activity, counters }).replaceAll(
    tokens[0]?.id ?? '',
    'tok',
  )
  return JSON.parse(text) as unknown
}

function ago(seconds: number): Date {
  return new Date(now.getTime() - seconds * 1000)
}

function listing(secondsAgo: number): Step[] {
  return ['OrderReceived', 'PaymentReceived', 'PaymentAccepted'].map((status) => [
    secondsAgo,
    'GET',
    `/v1/sales-orders?filter_status_equals=${status}&page=1&itemsPerPage=100`,
  ])
}

function sending(secondsAgo: number): Step[] {
  const path = '/v1/sales-orders/1001'
  const body = {
    status: 'OrderShipped',
    order_shipped_at: ago(secondsAgo).toISOString().slice(0, 19).replace('T', ' '),
    tracking_codes: [
      {
        tracking_code: 'RR473124829IE',
        tracking_carrier_name: 'An Post',
        tracking_carrier_link:
          'https://www.anpost.com/Post-Parcels/Track/History?item=(tracking_code)',
      },
    ],
  }
  return [
    [secondsAgo, 'GET', path],
    [secondsAgo, 'PUT', path, body],
  ]
}
