import type { Fault } from './faults.ts'
import { defaultWorld } from '../scenarios/defaultWorld.ts'
import { demoTokenId } from '../scenarios/demoIds.ts'
import { type ScenarioName, scenarioNames } from '../scenarios/scenarioNames.ts'
import type { SeedData } from '../scenarios/seedData.ts'

/** The initial state of a demo. Its title and description are in src/locales/en/demo.json. */
export interface Scenario {
  name: ScenarioName
  /** The start time. */
  startsAt: string
  /** The user who is logged in at the start. */
  as: 'admin' | 'agent' | 'nobody'
  /** The emails of the Admin and the Agent. */
  accounts: { admin: string; agent: string | null }
  /** The start page, if the link names no page. */
  startPath: string
  /** Additional latency of each response, in milliseconds. */
  latency?: number
  faults?: readonly Fault[]
  /** Creates the backend's data. Deterministic for a given time; its module loads on demand. */
  world(now: Date): Promise<SeedData>
}

const tokenListPath = '/settings/api-tokens'
const newTokenPath = `${tokenListPath}/new`
const northwindAccounts = { admin: 'admin@example.com', agent: 'agent@example.com' }

const scenarios: { readonly [Name in ScenarioName]: Partial<Scenario> & Pick<Scenario, 'world'> } =
  {
    empty: { as: 'nobody', startPath: '/', world: async (now) => defaultWorld(now) },
    tokens: { world: twelveTokensWorld('tokens') },
    many: { world: async (now) => (await import('../scenarios/manyWorld.ts')).manyWorld(now) },
    starter: {
      accounts: { admin: 'starter-admin@example.com', agent: null },
      world: async (now) => defaultWorld(now),
    },
    'agent-asks': {
      as: 'agent',
      world: async (now) => (await import('../scenarios/agentAsksWorld.ts')).agentAsksWorld(now),
    },
    advice: {
      startPath: `${tokenListPath}/advice`,
      world: async (now) => (await import('../scenarios/adviceWorld.ts')).adviceWorld(now),
    },
    rules: {
      startPath: `${tokenListPath}/rules`,
      world: async (now) => (await import('../scenarios/rulesWorld.ts')).rulesWorld(now),
    },
    'new-place': { world: twelveTokensWorld('new-place') },
    'just-connected': {
      startPath: tokenDetailsPath('just-connected', 'ShipFast'),
      world: async (now) =>
        (await import('../scenarios/shipFastWorlds.ts')).justConnectedWorld(now),
    },
    refused: {
      startPath: tokenDetailsPath('refused', 'ShipFast'),
      world: async (now) => (await import('../scenarios/shipFastWorlds.ts')).refusedWorld(now),
    },
    leaked: { startPath: `${tokenListPath}/found`, world: twelveTokensWorld('leaked') },
    slow: { latency: 2500, world: twelveTokensWorld('slow') },
    flaky: {
      faults: [
        { operation: 'listTokens', what: 503, when: { nth: 1 } },
        { operation: 'getToken', what: 500, when: { every: 3 } },
        { operation: 'createToken', what: 'lost-after-commit', when: { nth: 1 } },
      ],
      world: twelveTokensWorld('flaky'),
    },
    offline: {
      faults: [{ operation: '*', what: 'lost', when: 'always' }],
      world: twelveTokensWorld('offline'),
    },
    'storage-full': {
      startPath: newTokenPath,
      faults: ['createToken', 'updateToken', 'deleteToken'].map((operation) => ({
        operation,
        what: 507,
        when: 'always',
      })),
      world: twelveTokensWorld('storage-full'),
    },
    conflict: {
      startPath: tokenDetailsPath('conflict', 'ShipFast'),
      faults: [{ operation: 'updateToken', what: 'overtaken', when: { nth: 1 } }],
      world: twelveTokensWorld('conflict'),
    },
    'session-ends': {
      startPath: newTokenPath,
      faults: [{ operation: 'createToken', what: 'session-ends', when: { nth: 1 } }],
      world: twelveTokensWorld('session-ends'),
    },
    names: { world: async (now) => (await import('../scenarios/namesWorld.ts')).namesWorld(now) },
  }

/** Finds a scenario by name; undefined if there is none. */
export function findScenario(name: string): Scenario | undefined {
  const known = scenarioNames.find((candidate) => candidate === name)
  return known && scenarioOf(known)
}

/** Returns the scenario with this name, with defaults filled in. */
export function scenarioOf(name: ScenarioName): Scenario {
  return {
    name,
    startsAt: '2026-11-24T09:00:00Z',
    as: 'admin',
    accounts: northwindAccounts,
    startPath: tokenListPath,
    ...scenarios[name],
  }
}

function twelveTokensWorld(name: ScenarioName): Scenario['world'] {
  return async (now) => (await import('../scenarios/tokensWorld.ts')).tokensWorld(name, now)
}

function tokenDetailsPath(name: ScenarioName, tokenName: string): string {
  return `${tokenListPath}/${demoTokenId(name, tokenName)}`
}
