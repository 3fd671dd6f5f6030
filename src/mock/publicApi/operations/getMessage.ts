import { getOwned } from '../records/getOwned.ts'
import { toMessage } from '../tickets/messages.ts'
import type { PublicOperation } from '../operation.ts'

export const getMessage: PublicOperation<'getMessage'> = async ({ caller, path, db }) => ({
  data: await toMessage(await getOwned(db, 'messages', caller.business.id, path.messageId), db),
})
