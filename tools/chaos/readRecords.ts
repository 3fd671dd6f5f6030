import { type Answer, logIn, type Send } from './api.ts'
import { publicRecords, withKey } from './application.ts'
import type { StoredRecord } from './ledger.ts'

/** The names of the clients' records begin with it. */
export const namePrefix = 'chaos'

const pageSize = 100
let readings = 0

/**
 * Reads the records of the clients through both APIs, while nobody writes.
 *
 * @throws Error if a request is refused.
 */
export async function readRecords(send: Send): Promise<StoredRecord[]> {
  const Cookie = await logIn(send)
  if (Cookie === undefined) throw new Error('The log-in got no answer.')
  const asAdmin: Send = (method, path, sent) =>
    send(method, path, { ...sent, headers: { ...sent?.headers, Cookie } })
  const asApplication = withKey(send, await createKey(asAdmin))
  const records: StoredRecord[] = []
  const search = `/api/tokens?search=${namePrefix}&pageSize=${pageSize}`
  for (const { name, id, description } of await readAll(asAdmin, search, 'items')) {
    records.push({ kind: 'token', name: String(name), id: String(id), value: String(description) })
  }
  for (const { kind, path, nameField, valueOf } of publicRecords) {
    const url = `${path}?itemsPerPage=${pageSize}`
    for (const record of await readAll(asApplication, url, 'data')) {
      const name = String(record[nameField])
      if (!name.startsWith(namePrefix)) continue
      records.push({ kind, name, id: Number(record.id), value: valueOf(record) })
    }
  }
  return records
}

async function createKey(send: Send): Promise<string> {
  const name = `reader ${process.pid} ${++readings}`
  const headers = { 'Idempotency-Key': `key-of-the-reader-${process.pid}-${readings}` }
  const body = { name, accessLevel: 'read_only' }
  const answer = await send('POST', '/api/tokens', { headers, body })
  return (expectStatus(201, answer).body as { key: string }).key
}

/** Reads all pages of a list. @param property the property of the answer that has the items. */
async function readAll(
  send: Send,
  url: string,
  property: 'items' | 'data',
): Promise<Readonly<Record<string, unknown>>[]> {
  const all: Record<string, unknown>[] = []
  for (let page = 1; ; page += 1) {
    const { body } = expectStatus(200, await send('GET', `${url}&page=${page}`))
    const items = (body as Record<typeof property, Record<string, unknown>[]>)[property]
    all.push(...items)
    if (items.length < pageSize) return all
  }
}

function expectStatus(status: number, answer: Answer | undefined): Answer {
  if (answer?.status === status) return answer
  throw new Error(
    `${answer?.status ?? 'No answer'} in place of ${status}: ${JSON.stringify(answer?.body)}`,
  )
}
