import { type RandomBytes, seededBytes } from './domain/random.ts'
import type { Writer } from './storage/storage.ts'

/**
 * Runs `work` with randomness that the world's seed gives, so that a scenario makes the same ids and keys each time, in whichever
 * tab; with that of the machine where the world has no seed. What was drawn counts with the transaction.
 */
export async function withRandomness<Result>(
  db: Writer,
  ofTheMachine: RandomBytes,
  work: (randomBytes: RandomBytes) => Promise<Result>,
): Promise<Result> {
  const world = await db.get('worlds', 'world')
  if (!world || world.seed === null) return work(ofTheMachine)
  const bytes = seededBytes(`${world.seed} ${world.draws}`)
  const use = { drawn: false }
  const result = await work((count) => {
    use.drawn = true
    return bytes(count)
  })
  if (use.drawn) await db.put('worlds', { ...world, draws: world.draws + 1 })
  return result
}
