import type { components } from '#src/api/generated/schema.ts'
import { featureNames } from '#src/api/generated/values.ts'
import { scenarioOf } from '#src/mock/demo/scenarios.ts'
import { keyOf } from '#src/mock/scenarios/demoKeys.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'
import type { DemoTableName, DemoTables } from '#src/mock/demo/schema.ts'
import type { DemoControl, SentRequest } from '#src/mock/demo/demoControl.ts'

import { accessOf, checkTokenInput, type TokenInput } from '../access.ts'
import type { ResponseAt, Token, TokenFilter } from '../contractTypes.ts'
import { withQuery } from '../withQuery.ts'
import { assertOperationPath } from './assertOperationPath.ts'

type TokenList = components['schemas']['TokenList']

const levels = { 'Read-only': 'read_only', 'Full Access': 'full_access', Custom: 'custom' } as const
const permissions = {
  'Full Access': 'full_access',
  'Read Only': 'read_only',
  'No Access': 'no_access',
} as const

/** Input for a token, with its expiry. */
export interface NewTokenInput extends TokenInput {
  /** When the token expires (ISO 8601), or null for never. Defaults to 90 days from now. */
  expiresAt?: string | null
}

/** A token that a test has added, with its key. */
export interface AddedToken {
  id: string
  name: string
  key: string
}

/** The backend of a test: sets up and reads its data. No latency or fault affects these requests. */
export class DemoBackend {
  readonly #control: DemoControl
  readonly #scenario: ScenarioName
  #createdCount = 0

  constructor(control: DemoControl, scenario: ScenarioName) {
    this.#control = control
    this.#scenario = scenario
  }

  /** Generates a token as the Admin. Defaults to a Read-only token named ShipFast. */
  async addToken(wanted: NewTokenInput = {}): Promise<AddedToken> {
    checkTokenInput(wanted, ['expiresAt'])
    checkExpiryTime(wanted.expiresAt)
    const name = wanted.name ?? 'ShipFast'
    this.#createdCount += 1
    const { status, body } = await this.#control.send({
      as: 'admin',
      method: 'POST',
      path: '/api/tokens',
      headers: { 'Idempotency-Key': `playwright-kit-${this.#createdCount}` },
      body: {
        name,
        description: wanted.description ?? '',
        ...accessInApi(wanted),
        ...(wanted.expiresAt === undefined ? {} : { expiresAt: wanted.expiresAt }),
        ...(wanted.addresses === undefined ? {} : { allowedAddresses: [...wanted.addresses] }),
      },
    })
    if (status !== 201)
      throw new Error(`Could not create the token "${name}" (${status}): ${JSON.stringify(body)}`)
    const { token, key } = body as { token: { id: string }; key: string }
    return { id: token.id, name, key }
  }

  /** Returns the stored tokens of all businesses; with a filter, the tokens of the business as its list has them. */
  tokens(): Promise<DemoTables['tokens'][]>
  tokens(filter: TokenFilter): Promise<Token[]>
  async tokens(filter?: TokenFilter): Promise<DemoTables['tokens'][] | Token[]> {
    if (!filter) return this.records('tokens')
    const tokens: Token[] = []
    for (let page = 1; ; page += 1) {
      const { items, total } = await this.#list(filter, { page, pageSize: 100 })
      tokens.push(...items)
      if (items.length === 0 || tokens.length >= total) return tokens
    }
  }

  /** Returns how many tokens the business has: all, or those that match a filter. */
  async countTokens(filter: TokenFilter = {}): Promise<number> {
    return (await this.#list(filter, { page: 1, pageSize: 1 })).total
  }

  /**
   * Returns the token of the business with this name, as its list has it.
   *
   * @throws Error if there is none. It lists tokens with a similar name.
   */
  async token(name: string): Promise<Token> {
    const similar = await this.tokens({ search: name })
    const token = similar.find((one) => one.name === name)
    if (token) return token
    const { items } =
      similar.length > 0 ? { items: similar } : await this.#list({}, { pageSize: 20 })
    throw new Error(`The business has no token "${name}". There are: ${listNames(items)}.`)
  }

  async #list(filter: TokenFilter, page: { page?: number; pageSize: number }): Promise<TokenList> {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...filter, ...page })) {
      query.set(name, String(value))
    }
    const path = withQuery('/api/tokens', String(query))
    // Not recorded: `demo.requests` is about the calls of the test and its pages.
    const request = { as: 'admin', method: 'GET', path, record: false }
    const { status, body } = await this.#control.send(request)
    if (status === 200) return body as TokenList
    throw new Error(`Could not list the tokens (${status}): ${JSON.stringify(body)}`)
  }

  /** Returns all records of a table. */
  async records<Name extends DemoTableName>(table: Name): Promise<DemoTables[Name][]> {
    return (await this.#control.records(table)) as DemoTables[Name][]
  }

  /** Sends any request as a person: `{ as: 'agent', method: 'GET', path: '/api/tokens' }`. */
  async send<const Sent extends SentRequest>(
    request: Sent,
  ): Promise<ResponseAt<Sent['method'], Sent['path']>> {
    return (await this.#control.send(request)) as ResponseAt<Sent['method'], Sent['path']>
  }

  /**
   * Sends a request to the public API with the key of a token, as an application does.
   *
   * @throws Error that lists the paths of the API, if no operation has this one.
   */
  async callWith<Method extends string, Path extends string>(
    key: string,
    method: Method,
    path: Path,
    body?: unknown,
  ): Promise<ResponseAt<Method, Path>> {
    assertOperationPath(method, path)
    const request = { key, method, path, ...(body === undefined ? {} : { body }) }
    return (await this.#control.send(request)) as ResponseAt<Method, Path>
  }

  /**
   * Returns the key of a token from the scenario's initial data. The key is not a secret: it is derived from the scenario.
   *
   * @throws Error if the scenario has no such token. The API would reject the key like that of a deleted token.
   */
  async keyOf(tokenName: string): Promise<string> {
    const scenario = scenarioOf(this.#scenario)
    const { tokens } = await scenario.world(new Date(scenario.startsAt))
    if (!tokens.some(({ name }) => name === tokenName)) {
      throw new Error(
        `The scenario "${this.#scenario}" has no token "${tokenName}". Its tokens: ${listNames(tokens)}. ` +
          'For a token that the test adds, use the key that addToken returns.',
      )
    }
    return keyOf(this.#scenario, tokenName)
  }
}

function listNames(tokens: readonly { name: string }[]): string {
  const names = tokens.slice(0, 20).map(({ name }) => `"${name}"`)
  return names.join(', ') || 'none'
}

/** @throws Error if it is neither a time nor null. */
function checkExpiryTime(expiresAt: string | null | undefined): void {
  if (expiresAt === undefined || expiresAt === null || !Number.isNaN(Date.parse(expiresAt))) return
  throw new Error(
    `"${expiresAt}" is not a time. Use a text such as "2026-12-31T23:59:50Z", or null for a token that never expires.`,
  )
}

function accessInApi(wanted: TokenInput) {
  const accessLevel = levels[accessOf(wanted)]
  if (accessLevel !== 'custom') return { accessLevel }
  const chosen = Object.entries(featureNames).map(([id, name]) => [
    id,
    permissions[wanted.features?.[name] ?? 'No Access'],
  ])
  return { accessLevel, permissions: Object.fromEntries(chosen) as Record<string, string> }
}
