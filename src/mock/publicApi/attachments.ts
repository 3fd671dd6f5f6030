import type { components } from '#src/api/generated/schema.ts'

import type { Writer } from '../storage/storage.ts'
import type { FieldCodes } from './edeskError.ts'
import { nextNumber } from '../storage/numbers.ts'

type Attachment = components['schemas']['Attachment']
type AttachmentRequest = components['schemas']['AttachmentRequest']

/** What is wrong with the attachments in a request, besides what the contract's check finds: one without a name is none. */
export function codesOfAttachments(given?: readonly AttachmentRequest[] | null): FieldCodes {
  const nameless = (given ?? []).flatMap(({ name }, position) =>
    name.trim() === '' ? [[`attachments.${position}`, '4019'] as const] : [],
  )
  return Object.fromEntries(nameless)
}

/**
 * Attachments as they are kept. Nothing is fetched: there is nobody to fetch it from in the browser.
 *
 * @param linkOf where an answer says that the file is.
 */
export async function keepAttachments(
  db: Writer,
  given: readonly AttachmentRequest[] | null | undefined,
  linkOf: (id: number, url: string) => string,
): Promise<Attachment[]> {
  const kept: Attachment[] = []
  for (const { name, url } of given ?? []) {
    const id = await nextNumber(db, 'attachments')
    kept.push({ id, name, link: linkOf(id, url), mime: mimeOf(name) })
  }
  return kept
}

const mimes = new Map([
  ['csv', 'text/csv'],
  ['doc', 'application/msword'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['gif', 'image/gif'],
  ['html', 'text/html'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['json', 'application/json'],
  ['mp4', 'video/mp4'],
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['txt', 'text/plain'],
  ['webp', 'image/webp'],
  ['xls', 'application/vnd.ms-excel'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['zip', 'application/zip'],
])

/** What kind of file a name says it is. */
function mimeOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return mimes.get(ending) ?? 'application/octet-stream'
}
