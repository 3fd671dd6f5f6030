import { credentials } from './credentials.ts'
import { generate } from './generate.ts'
import { helpdesk } from './helpdesk.ts'
import { logIn, people } from './people.ts'
import { quota, requestLog } from './quota.ts'
import { rules } from './rules.ts'
import { salesOrders } from './salesOrders.ts'
import type { Part } from './step.ts'
import { tagsAndTemplates } from './tagsAndTemplates.ts'
import { tokens } from './tokens.ts'
import { lost, wrongBytes, wrongRequests } from './wrongRequests.ts'

/**
 * A script of requests to every part of both APIs. Each application has its own token: the clock does not run, so a quota is
 * never refilled.
 */
export function* conformanceSuite(): Part {
  yield* people()
  yield* tokens()
  yield* rules()
  const shipping = yield* generate('Shipping')
  yield* salesOrders(shipping.key)
  const support = yield* generate('Support')
  yield* helpdesk(support.key)
  const library = yield* generate('Library')
  yield* tagsAndTemplates(library.key)
  yield* wrongRequests((yield* generate('Clumsy')).key)
  yield* wrongBytes((yield* generate('Odd')).key)
  yield* lost((yield* generate('Lost')).key)
  yield* credentials()
  yield* quota((yield* generate('Eager')).key)
  yield* requestLog(support.id)
  yield* logIn('an Admin of another business', 'starter-admin@example.com')
}
