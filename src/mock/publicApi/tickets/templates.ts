import type { components } from '#src/api/generated/schema.ts'

import type { TemplateRecord } from '../../domain/helpdeskRecords.ts'
import type { Reader, Writer } from '../../domain/schema.ts'
import { validateAttachments, createAttachments } from '../fields/attachments.ts'
import type { FieldCodes } from '../edeskError.ts'
import { validateOwnedIds, validateAllowedIds } from '../fields/validateIds.ts'
import { validateListLength } from '../fields/validateListLength.ts'
import { validateNotBlank } from '../fields/validateNotBlank.ts'

type TemplateRequest = components['schemas']['TemplateRequest']
type Attachments = TemplateRecord['attachments']

/**
 * Validates the template in a request.
 *
 * @param attachments the template's existing attachments: the request can delete only these.
 * @returns the error codes by field; empty if the template is valid.
 */
export async function validateTemplate(
  db: Reader,
  businessId: string,
  body: TemplateRequest,
  attachments: Attachments,
): Promise<FieldCodes> {
  const deletable = new Set(attachments.map(({ id }) => id))
  const added = body.attachments?.length ?? 0
  return {
    ...validateNotBlank(body, ['name', 'body_text']),
    ...(await validateOwnedIds(db, 'channels', businessId, 'channels', body.channels)),
    ...validateListLength('attachments', keptOf(attachments, body).length, added),
    ...validateAttachments(body.attachments),
    ...validateAllowedIds(deletable, 'delete_attachments', body.delete_attachments ?? []),
  }
}

/**
 * Builds the template record from a validated request. A field that the request omits gets the default of a new template;
 * existing attachments stay unless the request deletes them.
 */
export async function buildTemplate(
  db: Writer,
  body: TemplateRequest,
  existing: Pick<TemplateRecord, 'id' | 'businessId' | 'created_at' | 'attachments'>,
): Promise<TemplateRecord> {
  const { ai_classification: ai } = body
  return {
    id: existing.id,
    businessId: existing.businessId,
    name: body.name,
    subject: body.subject ?? null,
    body_text: body.body_text,
    channels: body.channels ?? null,
    template_usage: body.template_usage,
    template_type: body.template_type,
    query_type: body.query_type ?? null,
    order_status: body.order_status ?? null,
    delivery_date: body.delivery_date ?? null,
    active: body.active,
    order_fulfilment: body.order_fulfilment ?? null,
    created_at: existing.created_at,
    message_subject: body.message_subject ?? null,
    invoice_attached: body.invoice_attached ?? false,
    only_use_if_no_replies_yet: body.only_use_if_no_replies_yet ?? false,
    ai_classification: ai
      ? { classification: ai.classification, quick_reply: ai.quick_reply ?? false }
      : null,
    attachments: [
      ...keptOf(existing.attachments, body),
      ...(await createAttachments(db, body.attachments ?? [], (_id, url) => url)),
    ],
  }
}

/** Returns the attachments that a request does not delete. */
function keptOf(attachments: Attachments, { delete_attachments }: TemplateRequest): Attachments {
  const deletedIds = new Set(delete_attachments)
  return attachments.filter(({ id }) => !deletedIds.has(id))
}
