import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { schema } from '../../../src/mock/domain/schema.ts'
import { defaultWorld } from '../../../src/mock/scenarios/defaultWorld.ts'
import { demoAccounts, demoPassword } from '../../../src/mock/scenarios/demoAccounts.ts'
import { scenarioOf } from '../../../src/mock/demo/scenarios.ts'
import { seed } from '../../../src/mock/scenarios/seedData.ts'
import { openSqliteFile } from '../../../src/mock/storage/sqlite/openFile.ts'
import { type StartedServer, startProcess } from '../../run/startProcess.ts'

const script = fileURLToPath(new URL('../../serve/host.ts', import.meta.url))
const app = fileURLToPath(new URL('../../../dist/real', import.meta.url))

/** Starts the host. @param options more options, such as `--data FILE`. */
export function startHost(port: number, options: readonly string[]): Promise<StartedServer> {
  return startProcess(
    [process.execPath, script, '--port', String(port), '--app', app, ...options],
    {
      port,
      path: '/readyz',
    },
  )
}

/** Generates tokens with Full Access. Returns the header `Authorization` of each. */
export async function createTokens(origin: string, count: number): Promise<string[]> {
  const json = { 'Content-Type': 'application/json' }
  const [{ email }] = demoAccounts
  const logIn = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email, password: demoPassword }),
  })
  const Cookie = logIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const authorizations: string[] = []
  for (let number = 1; number <= count; number += 1) {
    const response = await fetch(`${origin}/api/tokens`, {
      method: 'POST',
      headers: { ...json, Cookie, 'Idempotency-Key': `token-${number}-of-the-benchmark` },
      body: JSON.stringify({ name: `Application ${number}`, accessLevel: 'full_access' }),
    })
    if (response.status !== 201) throw new Error(`POST /api/tokens answers ${response.status}.`)
    const { key } = (await response.json()) as { key: string }
    authorizations.push(`Bearer ${key}`)
  }
  return authorizations
}

/** Writes a data file with the tokens of the scenario `many`, twice, and this many requests in their logs. */
export async function writeLargeFile(folder: string, requests: number): Promise<string> {
  const file = path.join(folder, 'large.db')
  const now = new Date()
  const { tokens } = await scenarioOf('many').world(now)
  const others = tokens.map((token) => ({
    ...token,
    id: `${token.id}2`,
    name: `${token.name} 2`,
    nameKey: `${token.nameKey}2`,
    keyHash: `2${token.keyHash}`,
    keyEnding: `2${token.keyEnding}`,
  }))
  const all = [...tokens, ...others]
  const storage = await openSqliteFile(schema, file, {
    fill: (db) => seed(db, defaultWorld(now)),
  })
  await storage.write((db) => db.putAll('tokens', all))
  await storage.write((db) =>
    db.putAll(
      'requests',
      Array.from({ length: requests }, (_, index) => ({
        id: index + 1,
        tokenId: all[index % all.length]?.id ?? '',
        at: new Date(now.getTime() - (requests - index) * 1_000).toISOString(),
        method: 'GET',
        operation: 'listTickets',
        status: 200,
        milliseconds: 3,
        outcome: 'answered' as const,
        reason: null,
        feature: null,
        needs: null,
      })),
    ),
  )
  storage.close()
  return file
}
