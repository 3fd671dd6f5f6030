import { type RandomBytes, seededBytes } from '../domain/random.ts'
import type { WriteTransaction } from '../server/writeTransaction.ts'
import type { DemoStorage, DemoWriter } from './schema.ts'

/**
 * Returns a function that runs a write transaction with random bytes derived from the world's seed, so that a scenario makes the
 * same ids and keys each time, in any tab. A world without a seed uses the system's random bytes. The number of draws is saved in
 * the same transaction.
 */
export function seededWrite(
  storage: DemoStorage,
  systemRandomBytes: RandomBytes,
): WriteTransaction {
  return (work) => storage.write((db) => withSeededBytes(db, systemRandomBytes, work))
}

async function withSeededBytes<Result>(
  db: DemoWriter,
  systemRandomBytes: RandomBytes,
  work: (db: DemoWriter, randomBytes: RandomBytes) => Promise<Result>,
): Promise<Result> {
  const world = await db.get('worlds', 'world')
  if (!world || world.seed === null) return work(db, systemRandomBytes)
  const bytes = seededBytes(`${world.seed} ${world.draws}`)
  const usage = { drawn: false }
  const result = await work(db, (count) => {
    usage.drawn = true
    return bytes(count)
  })
  if (usage.drawn) await db.put('worlds', { ...world, draws: world.draws + 1 })
  return result
}
