import type { Fault } from '../demo/faults.ts'
import { defaultWorld } from './defaultWorld.ts'
import { idOf } from './demoIds.ts'
import { type ScenarioName, scenarioNames } from './scenarioNames.ts'
import type { World } from './world.ts'

/** A situation that a demo begins with. What it is about is told in src/locales/en/demo.json. */
export interface Scenario {
  name: ScenarioName
  /** When its story begins. */
  startsAt: string
  /** Who is logged in at first. */
  as: 'admin' | 'agent' | 'nobody'
  /** Who the Admin and the Agent are, by e-mail. */
  accounts: { admin: string; agent: string | null }
  /** The page where it opens, where a link names none. */
  opens: string
  /** How long each answer takes, in milliseconds. */
  latency?: number
  faults?: readonly Fault[]
  /** What the backend holds. The same for the same time; loaded only when it is wanted. */
  world(now: Date): Promise<World>
}

const tokenList = '/settings/api-tokens'
const newToken = `${tokenList}/new`
const northwind = { admin: 'admin@example.com', agent: 'agent@example.com' }

const scenarios: { readonly [Name in ScenarioName]: Partial<Scenario> & Pick<Scenario, 'world'> } =
  {
    empty: { as: 'nobody', opens: '/', world: async (now) => defaultWorld(now) },
    tokens: { world: twelveTokens('tokens') },
    many: { world: async (now) => (await import('./manyWorld.ts')).manyWorld(now) },
    starter: {
      accounts: { admin: 'starter-admin@example.com', agent: null },
      world: async (now) => defaultWorld(now),
    },
    'agent-asks': {
      as: 'agent',
      world: async (now) => (await import('./agentAsksWorld.ts')).agentAsksWorld(now),
    },
    'just-connected': {
      opens: detailsOf('just-connected', 'ShipFast'),
      world: async (now) => (await import('./shipFastWorlds.ts')).justConnectedWorld(now),
    },
    refused: {
      opens: detailsOf('refused', 'ShipFast'),
      world: async (now) => (await import('./shipFastWorlds.ts')).refusedWorld(now),
    },
    leaked: { opens: `${tokenList}/found`, world: twelveTokens('leaked') },
    slow: { latency: 2500, world: twelveTokens('slow') },
    flaky: {
      faults: [
        { operation: 'listTokens', what: 503, when: { nth: 1 } },
        { operation: 'getToken', what: 500, when: { every: 3 } },
        { operation: 'createToken', what: 'lost-after-commit', when: { nth: 1 } },
      ],
      world: twelveTokens('flaky'),
    },
    offline: {
      faults: [{ operation: '*', what: 'lost', when: 'always' }],
      world: twelveTokens('offline'),
    },
    'storage-full': {
      opens: newToken,
      faults: ['createToken', 'updateToken', 'deleteToken'].map((operation) => ({
        operation,
        what: 507,
        when: 'always',
      })),
      world: twelveTokens('storage-full'),
    },
    conflict: {
      opens: detailsOf('conflict', 'ShipFast'),
      faults: [{ operation: 'updateToken', what: 'overtaken', when: { nth: 1 } }],
      world: twelveTokens('conflict'),
    },
    'session-ends': {
      opens: newToken,
      faults: [{ operation: 'createToken', what: 'session-ends', when: { nth: 1 } }],
      world: twelveTokens('session-ends'),
    },
    names: { world: async (now) => (await import('./namesWorld.ts')).namesWorld(now) },
  }

/** The scenario of this name; undefined where there is none. */
export function findScenario(name: string): Scenario | undefined {
  const known = scenarioNames.find((candidate) => candidate === name)
  return known && scenarioOf(known)
}

/** The scenario of this name. */
export function scenarioOf(name: ScenarioName): Scenario {
  return {
    name,
    startsAt: '2026-11-24T09:00:00Z',
    as: 'admin',
    accounts: northwind,
    opens: tokenList,
    ...scenarios[name],
  }
}

function twelveTokens(name: ScenarioName): Scenario['world'] {
  return async (now) => (await import('./tokensWorld.ts')).tokensWorld(name, now)
}

function detailsOf(name: ScenarioName, tokenName: string): string {
  return `${tokenList}/${idOf(name, tokenName)}`
}
