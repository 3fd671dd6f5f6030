import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import { schema, type TableName, type Tables } from '#src/mock/domain/schema.ts'
import { openSqliteFile } from '#src/mock/storage/sqlite/openFile.ts'

import { freePort } from '../../run/freePort.ts'
import type { Chaos, Findings, Scenario } from '../scenario.ts'
import type { StoredRecord } from '../ledger.ts'
import { namePrefix } from '../readRecords.ts'
import { startHost } from '../startHost.ts'
import { createWorkload } from '../workload.ts'

/** What a killed host leaves behind: the data, the log, and the index of the log. */
const suffixes = ['', '-wal', '-shm'] as const
const damagedSuffixes = ['', '-wal'] as const
/** The changes in the files. */
const changes = 100

interface Content {
  tokens: Tables['tokens'][]
  tags: Tables['tags'][]
  orders: Tables['salesOrders'][]
  everything: unknown
}

/** Damages bytes. Returns what it has done. */
type Damage = (bytes: Buffer, random: () => number) => { damaged: Buffer; text: string }

/** Cuts the files of a killed host. */
export const cut = damageScenario('cuts the data file or its log', (bytes, random) => {
  const length = Math.floor(random() * bytes.length)
  return { damaged: bytes.subarray(0, length), text: `cut to ${length} of ${bytes.length} bytes` }
})

/** Flips a bit in the files of a killed host. */
export const flip = damageScenario('flips a bit in the data file or its log', (bytes, random) => {
  const at = Math.floor(random() * bytes.length)
  const bit = Math.floor(random() * 8)
  const damaged = Buffer.from(bytes)
  damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << bit), at)
  return { damaged, text: `bit ${bit} of byte ${at} flipped` }
})

function damageScenario(help: string, damage: Damage): Scenario {
  return {
    help,
    rounds: 100,
    async run(chaos) {
      const { original, content, findings } = await createFiles(chaos)
      const faults: string[] = []
      let refused = 0
      for (let round = 1; round <= chaos.rounds; round += 1) {
        const file = path.join(chaos.folder, `damaged-${round}`)
        copyFiles(original, file)
        const suffix = damagedSuffixes[Math.floor(chaos.random() * damagedSuffixes.length)] ?? ''
        const { damaged, text } = damage(readFileSync(file + suffix), chaos.random)
        writeFileSync(file + suffix, damaged)
        const what = `${suffix === '' ? 'data' : 'log'}: ${text}`
        const outcome = await outcomeOf(file, content)
        if (outcome === 'refused') refused += 1
        else if (outcome !== 'whole') faults.push(`${what}: ${outcome}`)
        chaos.report(round, `${what}: ${outcome}`)
      }
      return {
        ...findings,
        refusedInWords: findings.refusedInWords + refused,
        faults: [...findings.faults, ...faults],
      }
    },
  }
}

/** Lets a host write, and kills it. Its files have everything that it has acknowledged. */
async function createFiles(
  chaos: Chaos,
): Promise<{ original: string; content: Content; findings: Findings }> {
  const original = path.join(chaos.folder, 'original')
  const port = Number(await freePort())
  const work = createWorkload(chaos, { port })
  const host = await startHost(chaos, { port, options: ['--data', original] })
  work.start()
  await work.progress(changes)
  await host.kill()
  await work.stop()
  const copy = path.join(chaos.folder, 'copy')
  copyFiles(original, copy)
  const content = await contentOf(copy)
  await work.check(recordsIn(content))
  return { original, content, findings: work.findings() }
}

/** Opens damaged files. Returns `refused`, `whole`, or what is wrong. */
async function outcomeOf(file: string, expected: Content): Promise<string> {
  const before = bytesOf(file)
  try {
    const content = await contentOf(file)
    return isDeepStrictEqual(content, expected) ? 'whole' : 'accepted with other data'
  } catch (error) {
    if (!/is damaged|holds no data|is from a/.test(String(error))) return String(error)
    return isDeepStrictEqual(bytesOf(file), before) ? 'refused' : 'refused, but changed'
  }
}

/** Returns the records of the clients. */
function recordsIn({ tokens, tags, orders }: Content): StoredRecord[] {
  const all: StoredRecord[] = [
    ...tokens.map(({ name, id, description }) => ({
      kind: 'token' as const,
      name,
      id,
      value: description,
    })),
    ...tags.map(({ name, id, active }) => ({
      kind: 'tag' as const,
      name,
      id,
      value: String(active),
    })),
    ...orders.map(({ seller_order_id: name, id, shipping_amount }) => ({
      kind: 'order' as const,
      name,
      id,
      value: String(shipping_amount),
    })),
  ]
  return all.filter(({ name }) => name.startsWith(namePrefix))
}

/** Returns all records in a file. */
async function contentOf(file: string): Promise<Content> {
  const storage = await openSqliteFile(schema, file, { fill: async () => undefined })
  try {
    const tables = Object.keys(schema.indexes) as TableName[]
    return await storage.read(async (db) => ({
      tokens: await db.all('tokens'),
      tags: await db.all('tags'),
      orders: await db.all('salesOrders'),
      everything: await Promise.all(tables.map((table) => db.all(table))),
    }))
  } finally {
    storage.close()
  }
}

function bytesOf(file: string): Buffer[] {
  return damagedSuffixes.map((suffix) => readFileSync(file + suffix))
}

function copyFiles(from: string, to: string): void {
  for (const suffix of suffixes) {
    if (existsSync(from + suffix)) copyFileSync(from + suffix, to + suffix)
  }
}
