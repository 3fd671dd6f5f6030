import type { SetupServer } from 'msw/node'

import type { DemoControl, SentAnswer, SentRequest } from '#src/mock/demo/demoControl.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'
import type { Storage } from '#src/mock/storage/storage.ts'

import { DemoBackend } from '../demo/demoBackend.ts'

/** What tests use of MSW's network, in Node and in a browser. */
type Network = Pick<SetupServer, 'use' | 'resetHandlers' | 'restoreHandlers' | 'listHandlers'>

/** Sends requests as one person: `await robin('DELETE', '/api/tokens/tok_1')`. */
export type PersonRequests = (
  method: string,
  path: string,
  sent?: Pick<SentRequest, 'body' | 'headers'>,
) => Promise<SentAnswer>

/** What a running demo gives to its test. */
interface Source {
  network: Network
  requests: readonly string[]
  readonly storage: Storage
}

/** The backend of a test: its data, what it was asked, and requests that do not come from the page. */
export class TestBackend extends DemoBackend {
  /** MSW's: `network.use(http.get(…))` puts an answer of the test's own before the backend's. */
  readonly network: Network
  /** What the page has sent, as it comes: "GET /api/tokens". */
  readonly requests: readonly string[]
  readonly #source: Source

  constructor(control: DemoControl, scenario: ScenarioName, source: Source) {
    super(control, scenario)
    this.network = source.network
    this.requests = source.requests
    this.#source = source
  }

  /** The data, without the rules of the service: `storage.change((db) => db.delete('tokens', id))`. */
  get storage(): Storage {
    return this.#source.storage
  }

  /** Gives a function that sends requests as somebody: a role, an e-mail, or `nobody`. */
  as(person: NonNullable<SentRequest['as']>): PersonRequests {
    return (method, path, sent) => this.send({ as: person, method, path, ...sent })
  }
}
