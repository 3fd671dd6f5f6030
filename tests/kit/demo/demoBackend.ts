import { scenarioOf } from '#src/mock/scenarios/catalogue.ts'
import { keyOf } from '#src/mock/scenarios/demoKeys.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'
import type { TableName, Tables } from '#src/mock/storage/storage.ts'

import { accessOf, features, type WantedToken } from '../access.ts'
import type { SentAnswer, DemoControl, SentRequest } from '#src/mock/demo/demoControl.ts'

const levels = { 'Read-only': 'read_only', 'Full Access': 'full_access', Custom: 'custom' } as const
const permissions = {
  'Full Access': 'full_access',
  'Read Only': 'read_only',
  'No Access': 'no_access',
} as const

/** The backend behind the pages: to arrange what a test begins with, and to look at what it has led to. Never delayed, never failed by a fault. */
export class DemoBackend {
  readonly #control: DemoControl
  readonly #scenario: ScenarioName
  #made = 0

  constructor(control: DemoControl, scenario: ScenarioName) {
    this.#control = control
    this.#scenario = scenario
  }

  /** Has an Admin generate a token: Read-only for ShipFast, where nothing else is wanted. */
  async addToken(
    wanted: WantedToken & {
      /** From when on it is refused (ISO 8601), or null for never; 90 days from now where nothing is said. */
      expiresAt?: string | null
    } = {},
  ): Promise<{ id: string; name: string; key: string }> {
    const name = wanted.name ?? 'ShipFast'
    this.#made += 1
    const { status, body } = await this.#control.send({
      as: 'admin',
      method: 'POST',
      path: '/api/tokens',
      headers: { 'Idempotency-Key': `playwright-kit-${this.#made}` },
      body: {
        name,
        description: wanted.description ?? '',
        ...accessInApi(wanted),
        ...(wanted.expiresAt === undefined ? {} : { expiresAt: wanted.expiresAt }),
      },
    })
    if (status !== 201)
      throw new Error(`No token "${name}" was made (${status}): ${JSON.stringify(body)}`)
    const { token, key } = body as { token: { id: string }; key: string }
    return { id: token.id, name, key }
  }

  /** All tokens that there are, of every business. */
  tokens(): Promise<Tables['tokens'][]> {
    return this.records('tokens')
  }

  /** All records of a table. */
  async records<Name extends TableName>(table: Name): Promise<Tables[Name][]> {
    return (await this.#control.records(table)) as Tables[Name][]
  }

  /** Sends a request as somebody: `{ as: 'agent', method: 'GET', path: '/api/tokens' }`. */
  send(request: SentRequest): Promise<SentAnswer> {
    return this.#control.send(request)
  }

  /** Sends a request of the public API as an application does, with a key. */
  callWith(key: string, method: string, path: string, body?: unknown): Promise<SentAnswer> {
    return this.#control.send({ key, method, path, ...(body === undefined ? {} : { body }) })
  }

  /**
   * The key of a token that the scenario begins with. Whoever knows the scenario knows it: it is no secret.
   *
   * @throws Error where it begins with no such token: any other key would be refused, as one is whose token was deleted.
   */
  async keyOf(tokenName: string): Promise<string> {
    const scenario = scenarioOf(this.#scenario)
    const { tokens } = await scenario.world(new Date(scenario.startsAt))
    if (!tokens.some(({ name }) => name === tokenName)) {
      const names = tokens.slice(0, 20).map(({ name }) => `"${name}"`)
      throw new Error(
        `The scenario "${this.#scenario}" begins with no token "${tokenName}", but with ${names.join(', ') || 'none'}.`,
      )
    }
    return keyOf(this.#scenario, tokenName)
  }
}

function accessInApi(wanted: WantedToken) {
  const accessLevel = levels[accessOf(wanted)]
  if (accessLevel !== 'custom') return { accessLevel }
  const chosen = features.map((feature) => [
    feature.toLowerCase().replaceAll(' ', '_'),
    permissions[wanted.features?.[feature] ?? 'No Access'],
  ])
  return { accessLevel, permissions: Object.fromEntries(chosen) as Record<string, string> }
}
