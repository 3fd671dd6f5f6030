import type { components } from '#src/api/generated/schema.ts'

import type { Writer } from '../../domain/schema.ts'
import type { FieldCodes } from '../edeskError.ts'
import { numbersInSequence } from '../../server/records/sequences.ts'

type Attachment = components['schemas']['Attachment']
type AttachmentRequest = components['schemas']['AttachmentRequest']

/** Reports attachments without a name: the contract check does not reject an empty name. */
export function validateAttachments(given?: readonly AttachmentRequest[] | null): FieldCodes {
  const unnamed = (given ?? []).flatMap(({ name }, index) =>
    name.trim() === '' ? [[`attachments.${index}`, '4019'] as const] : [],
  )
  return Object.fromEntries(unnamed)
}

/**
 * Converts the attachments in a request to stored attachments. Does not download the files: the mock runs in the browser.
 *
 * @param linkOf returns the link that responses give for the file.
 */
export async function createAttachments(
  db: Writer,
  given: readonly AttachmentRequest[],
  linkOf: (id: number, url: string) => string,
): Promise<Attachment[]> {
  const ids = await numbersInSequence(db, 'attachments', given.length)
  return given.map(({ name, url }, index) => {
    const id = ids[index] ?? 0
    return { id, name, link: linkOf(id, url), mime: mimeOf(name) }
  })
}

const mimeTypes = new Map([
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

/** Derives the MIME type from the file extension. */
function mimeOf(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return mimeTypes.get(extension) ?? 'application/octet-stream'
}
