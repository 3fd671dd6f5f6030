import { type RandomBytes, seededBytes } from '../domain/random.ts'
import type { Writer } from '../storage/storage.ts'

/**
 * Runs `work` with random bytes derived from the world's seed, so that a scenario makes the same ids and keys each time, in any
 * tab. A world without a seed uses the system's random bytes. The number of draws is saved in the same transaction.
 */
export async function withRandomness<Result>(
  db: Writer,
  systemRandomBytes: RandomBytes,
  work: (randomBytes: RandomBytes) => Promise<Result>,
): Promise<Result> {
  const world = await db.get('worlds', 'world')
  if (!world || world.seed === null) return work(systemRandomBytes)
  const bytes = seededBytes(`${world.seed} ${world.draws}`)
  const usage = { drawn: false }
  const result = await work((count) => {
    usage.drawn = true
    return bytes(count)
  })
  if (usage.drawn) await db.put('worlds', { ...world, draws: world.draws + 1 })
  return result
}
