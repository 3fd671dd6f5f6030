import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import { schema, type TableName, type Tables } from '#src/mock/domain/schema.ts'
import { openSqliteFile } from '#src/mock/storage/sqlite/openFile.ts'

import { freePort } from '../../run/freePort.ts'
import { between, type Chaos, type Findings, type Scenario } from '../scenario.ts'
import type { StoredRecord } from '../ledger.ts'
import { namePrefix } from '../readRecords.ts'
import { startHost } from '../startHost.ts'
import { createWorkload } from '../workload.ts'

/** What a killed host leaves behind: the data, the log, and the index of the log. A host that stops leaves only the data. */
const suffixes = ['', '-wal', '-shm'] as const
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

/** A file to damage, and the files that belong to it. */
interface Target {
  name: string
  files: string
  suffix: (typeof suffixes)[number]
}

/** Cuts a file. */
export const cut = damageScenario('cuts the data file or its log', (bytes, random) => {
  const length = Math.floor(random() * bytes.length)
  return { damaged: bytes.subarray(0, length), text: `cut to ${length} of ${bytes.length} bytes` }
})

/** Flips a bit in a file. */
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
      const { targets, content, findings } = await createFiles(chaos)
      const faults: string[] = []
      let refused = 0
      for (let round = 1; round <= chaos.rounds; round += 1) {
        const file = path.join(chaos.folder, `damaged-${round}`)
        const target = targets[between(chaos.random, 0, targets.length - 1)]
        if (!target) continue
        copyFiles(target.files, file)
        const { damaged, text } = damage(readFileSync(file + target.suffix), chaos.random)
        writeFileSync(file + target.suffix, damaged)
        const what = `${target.name}: ${text}`
        const outcome = await outcomeOf(file, content)
        if (outcome === 'refused') refused += 1
        else if (outcome !== 'whole') faults.push(`${what}: ${outcome}`)
        chaos.report(round, `${what}: ${outcome}`)
        for (const suffix of suffixes) rmSync(file + suffix, { force: true })
      }
      return {
        ...findings,
        refusedInWords: findings.refusedInWords + refused,
        faults: [...findings.faults, ...faults],
      }
    },
  }
}

/** Lets a host write, and kills it. Returns its files, also after they were closed, which have everything that it has acknowledged. */
async function createFiles(
  chaos: Chaos,
): Promise<{ targets: readonly Target[]; content: Content; findings: Findings }> {
  const killed = path.join(chaos.folder, 'killed')
  const port = Number(await freePort())
  const work = createWorkload(chaos, { port })
  const host = await startHost(chaos, { port, options: ['--data', killed] })
  work.start()
  await work.progress(changes)
  await host.kill()
  await work.stop()
  const stopped = path.join(chaos.folder, 'stopped')
  copyFiles(killed, stopped)
  const content = await contentOf(stopped)
  await work.check(recordsIn(content))
  const targets: Target[] = [
    { name: 'data of a killed host', files: killed, suffix: '' },
    { name: 'log of a killed host', files: killed, suffix: '-wal' },
    { name: 'data of a stopped host', files: stopped, suffix: '' },
  ]
  return { targets, content, findings: work.findings() }
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

/** Returns what must not change. A log without content may appear, and SQLite creates the index again. */
function bytesOf(file: string): Buffer[] {
  const log = `${file}-wal`
  return [readFileSync(file), existsSync(log) ? readFileSync(log) : Buffer.alloc(0)]
}

function copyFiles(from: string, to: string): void {
  for (const suffix of suffixes) {
    if (existsSync(from + suffix)) copyFileSync(from + suffix, to + suffix)
  }
}
