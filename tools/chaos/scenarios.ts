import type { Scenario } from './scenario.ts'
import { clock } from './scenarios/clock.ts'
import { connections } from './scenarios/connections.ts'
import { cut, flip } from './scenarios/damage.ts'
import { disk } from './scenarios/disk.ts'
import { postgres } from './scenarios/postgres.ts'
import { sqlite } from './scenarios/sqlite.ts'

/** All kinds of chaos, in the order in which `npm run chaos` runs them. */
export const scenarios = {
  sqlite,
  postgres,
  disk,
  cut,
  flip,
  clock,
  connections,
} satisfies Readonly<Record<string, Scenario>>
