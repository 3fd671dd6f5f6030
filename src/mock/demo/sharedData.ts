import type { SeedData } from '../scenarios/seedData.ts'
import type { Scenario } from './scenarios.ts'

/** The data of these many scenarios and times are kept. */
const maxKept = 8

/**
 * Returns a function that creates the initial data of a scenario, and keeps the last ones, so that many demos in memory can share
 * their records. The records are frozen with all their parts; a storage in memory keeps frozen records without a copy.
 */
export function createSharedData(): (scenario: Scenario, startsAt: Date) => Promise<SeedData> {
  const kept = new Map<string, Promise<SeedData>>()

  return (scenario, startsAt) => {
    const name = `${scenario.name} ${startsAt.toISOString()}`
    const data = kept.get(name) ?? scenario.world(startsAt).then(frozen)
    // The last one in the map is the one that was used last.
    kept.delete(name)
    kept.set(name, data)
    const [oldest] = kept.keys()
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest)
    return data
  }
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
