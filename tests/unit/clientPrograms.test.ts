import { describe, expect, it } from 'vitest'

import { limits } from '#src/api/generated/values.ts'
import { newClientsOf, withClient } from '#src/mock/domain/clientPrograms.ts'
import type { ClientProgram } from '#src/mock/domain/records.ts'
import { msPerHour } from '#src/shared/time.ts'

import { now, token } from '../support/tokenRecord.ts'

const hoursAgo = (hours: number) => new Date(now.getTime() - hours * msPerHour).toISOString()

describe('the programs that have used a token', () => {
  const use = (clients: readonly ClientProgram[] | undefined, client: string | null, at: string) =>
    withClient({ createdAt: token.createdAt, ...(clients && { clients }) }, { client, at })

  it('have the time of their first request, whatever their version', () => {
    const first = use([], 'ShipFast/4.2', hoursAgo(9))
    const second = use(first, 'curl/8.5.0', hoursAgo(8))
    expect(use(second, 'ShipFast/4.3', hoursAgo(7))).toEqual([
      { name: 'curl', firstAt: hoursAgo(8) },
      { name: 'ShipFast', firstAt: hoursAgo(9) },
    ])
  })

  it('are the last ones, however many names a client sends', () => {
    let clients: ClientProgram[] = []
    for (let count = 0; count < 50; count += 1) {
      clients = use(clients, `bot-${count}/1`, hoursAgo(50 - count))
      clients = use(clients, 'ShipFast/4.2', hoursAgo(50 - count))
    }
    expect(clients).toHaveLength(limits.tokenClients)
    expect(clients.at(-1)).toEqual({ name: 'ShipFast', firstAt: hoursAgo(50) })
  })

  it('begin with the creation of a token that version 0.3.0 knew', () => {
    const clients = use(undefined, 'ShipFast/4.2', hoursAgo(1))
    expect(clients).toEqual([{ name: 'ShipFast', firstAt: token.createdAt }])
  })
})

describe('the new clients of a token', () => {
  const known = { name: 'ShipFast', firstAt: hoursAgo(900) }

  it('are those of the last 24 hours, the newest first', () => {
    const clients = [
      known,
      { name: 'old', firstAt: hoursAgo(24) },
      { name: 'curl', firstAt: hoursAgo(23) },
      { name: null, firstAt: hoursAgo(1) },
    ]
    expect(newClientsOf({ clients }, now)).toEqual([clients[3], clients[2]])
    expect(newClientsOf({ clients: clients.toReversed() }, now)).toEqual([clients[3], clients[2]])
  })

  it('are not the first program of all', () => {
    expect(newClientsOf({ clients: [{ name: 'ShipFast', firstAt: hoursAgo(1) }] }, now)).toEqual([])
  })

  it('are none if nothing has used it, or if version 0.3.0 stored it', () => {
    expect(newClientsOf({ clients: [] }, now)).toEqual([])
    expect(newClientsOf({}, now)).toEqual([])
  })
})
