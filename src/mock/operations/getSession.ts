import type { Operation } from '../server/operation.ts'
import { toSession } from '../server/records/serialize.ts'

export const getSession: Operation<'getSession', 'anybody'> = {
  requires: 'anybody',
  async run({ actor }) {
    return { status: 200, body: { session: actor ? toSession(actor) : null } }
  },
}
