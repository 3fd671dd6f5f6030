import type { DemoControl, PreparedAnswer } from '#src/mock/demo/demoControl.ts'

import { assertOneOf } from '../assertOneOf.ts'
import type { ResponseBody } from '../contractTypes.ts'
import { type Operation, operations } from '../operations.ts'

/** The response that a test gives in place of the backend. A success has the contract's body. */
export type TestAnswer<Name extends Operation> = {
  headers?: Readonly<Record<string, string>>
} & (
  | { status: 200 | 201 | 202 | 204; body: ResponseBody<Name> }
  | {
      status:
        | 400
        | 401
        | 403
        | 404
        | 405
        | 409
        | 412
        | 413
        | 415
        | 422
        | 428
        | 429
        | 500
        | 502
        | 503
        | 504
      body?: unknown
    }
)

/** Calls that wait. */
export interface HeldCalls {
  /** Lets the calls go on, and all later ones. */
  release(): Promise<void>
}

/** What a test does with the calls of one tab. */
export interface DemoCalls {
  /** Answers each call of an operation in place of the backend; with null, the backend answers again. */
  answer<Name extends Operation>(operation: Name, answer: TestAnswer<Name> | null): Promise<void>
  /** Lets each call of an operation wait before it reaches the backend, until `release()`. */
  hold(operation: Operation): Promise<HeldCalls>
}

export function createDemoCalls(control: DemoControl): DemoCalls {
  return {
    async answer(operation, answer) {
      assertOneOf('an operation', operation, operations)
      const { answers } = await control.state()
      const others = answers.filter((one) => one.operation !== operation)
      await control.setView({
        answers: answer ? [...others, prepare(operation, answer)] : others,
      })
    },
    async hold(operation) {
      assertOneOf('an operation', operation, operations)
      const { held } = await control.state()
      await control.setView({ held: [...held.filter((one) => one !== operation), operation] })
      return {
        async release() {
          const now = await control.state()
          await control.setView({ held: now.held.filter((one) => one !== operation) })
        },
      }
    },
  }
}

/** @throws Error if it is not a status of HTTP. */
function prepare(
  operation: string,
  { status, body, headers }: Omit<PreparedAnswer, 'operation'>,
): PreparedAnswer {
  if (!Number.isInteger(status) || status < 200 || status > 599)
    throw new Error(`${status} is not a status of a response. Use a number from 200 to 599.`)
  const hasBody = body !== undefined && body !== null
  return { operation, status, ...(hasBody ? { body } : {}), ...(headers ? { headers } : {}) }
}
