import type { MessageRecord } from '../../domain/helpdeskRecords.ts'
import { getOwned } from '../records/getOwned.ts'
import { toMessage } from '../tickets/messages.ts'
import type { PublicOperation } from '../operation.ts'
import { assertValidFields } from '../fields/assertValidFields.ts'
import { validateNotBlank } from '../fields/validateNotBlank.ts'

/** Changes a note. Rejects any other message type: messages to or from a customer cannot change. */
export const updateMessage: PublicOperation<'updateMessage'> = async ({
  caller,
  path,
  body,
  db,
}) => {
  const message = await getOwned(db, 'messages', caller.business.id, path.messageId)
  assertValidFields(
    message.type === 'Note' ? {} : { type: '4007' },
    validateNotBlank(body, ['body']),
  )
  const changed: MessageRecord = {
    ...message,
    subject: body.subject ?? message.subject,
    body: body.body ?? message.body,
  }
  await db.put('messages', changed)
  return { data: await toMessage(changed, db) }
}
