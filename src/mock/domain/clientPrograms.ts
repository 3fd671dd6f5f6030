import { limits } from '#src/api/generated/values.ts'
import { programOf } from '#src/shared/clientProgram.ts'
import { msPerHour } from '#src/shared/time.ts'

import type { ClientProgram, TokenRecord } from './records.ts'

/**
 * Returns the programs that have used a token, after a request of one of them. Only the last ones are kept: a client can send any
 * name.
 */
export function withClient(
  token: Pick<TokenRecord, 'clients' | 'createdAt'>,
  { client, at }: { client: string | null; at: string },
): ClientProgram[] {
  const name = programOf(client)
  const clients = token.clients ?? []
  const known = clients.find((one) => one.name === name)
  const others = clients.filter((one) => one.name !== name)
  // Version 0.3.0 did not store the programs. The first one that is known of such a token may have used it before.
  const firstAt = known?.firstAt ?? (token.clients ? at : token.createdAt)
  return [...others, { name, firstAt }].slice(-limits.tokenClients)
}

/**
 * Returns the programs that first used a token in the last hours, the newest first. The first program of all is not among them: it
 * is the application that the token was made for.
 */
export function newClientsOf(token: Pick<TokenRecord, 'clients'>, now: Date): ClientProgram[] {
  const clients = token.clients ?? []
  const since = new Date(now.getTime() - limits.newClientHours * msPerHour).toISOString()
  return clients
    .filter(({ firstAt }) => firstAt > since && clients.some((other) => other.firstAt < firstAt))
    .toSorted((one, other) => (one.firstAt < other.firstAt ? 1 : -1))
}
