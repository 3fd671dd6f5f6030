import type { Operation } from '../operation.ts'
import { toSession } from '../serialize.ts'

export const getSession: Operation<'getSession', 'anybody'> = {
  who: 'anybody',
  async run({ actor }) {
    return { status: 200, body: { session: actor ? toSession(actor) : null } }
  },
}
