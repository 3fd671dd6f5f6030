import type { SetupServer } from 'msw/node'

import type { DemoControl, SentResponse, SentRequest } from '#src/mock/demo/demoControl.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'
import type { Storage } from '#src/mock/domain/schema.ts'

import { assertOperationPath } from '../demo/assertOperationPath.ts'
import { type AddedToken, DemoBackend, type NewTokenInput } from '../demo/demoBackend.ts'
import { mustAwait } from '../mustAwait.ts'

/** The part of MSW's network that tests use, in Node and in a browser. */
type Network = Pick<SetupServer, 'use' | 'resetHandlers' | 'restoreHandlers' | 'listHandlers'>

/** Sends requests as one person: `await robin('DELETE', '/api/tokens/tok_1')`. */
export type PersonRequests = (
  method: string,
  path: string,
  sent?: Pick<SentRequest, 'body' | 'headers'>,
) => Promise<SentResponse>

/** A running demo. */
interface Source {
  /** Throws an error if the test has ended. */
  assertRuns: () => void
  network: Network
  requests: readonly string[]
  readonly storage: Storage
}

interface BackendStorage extends Storage {
  /** @deprecated Use `write`. */
  change: Storage['write']
}

/** The backend of a test: its data, the requests of the page, and requests that do not come from the page. */
export class TestBackend extends DemoBackend {
  /** The requests that the page has sent, in order: "GET /api/tokens". */
  readonly requests: readonly string[]
  readonly #source: Source

  constructor(control: DemoControl, scenario: ScenarioName, source: Source) {
    super(control, scenario)
    this.requests = source.requests
    this.#source = source
  }

  // Not asynchronous: that would return another promise.
  override addToken(wanted?: NewTokenInput): Promise<AddedToken> {
    return mustAwait(super.addToken(wanted), 'backend.addToken', ['id', 'name', 'key'])
  }

  /** MSW's network. `network.use(http.get(…))` overrides a response of the backend. */
  get network(): Network {
    this.#source.assertRuns()
    return this.#source.network
  }

  /** The storage behind the API, which applies no business rules: `storage.write((db) => db.delete('tokens', id))`. */
  get storage(): BackendStorage {
    this.#source.assertRuns()
    const { storage } = this.#source
    // The storage itself, so that a test can replace its functions.
    const change: Storage['write'] = (work) => storage.write(work)
    return Object.assign(storage, { change })
  }

  /**
   * Returns a function that sends requests as a person: a role, an email address, or `nobody`. It throws an error that lists the
   * paths of the API, if no operation has the path.
   */
  as(person: NonNullable<SentRequest['as']>): PersonRequests {
    return async (method, path, sent) => {
      assertOperationPath(method, path)
      return this.send({ as: person, method, path, ...sent })
    }
  }
}
