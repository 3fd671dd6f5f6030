import type { components } from '#src/api/generated/schema.ts'

import type { Form, UploadedFile } from './operation.ts'
import { refuseWrongFields } from './refuseWrongFields.ts'

type Schemas = components['schemas']

/** A file that a note gets. What is in it is not kept. */
export type NoteFile = Pick<Schemas['OrderNoteAttachment'], 'name' | 'mime' | 'attachmentType'>

const part = 'attachments[]'
const longestName = 255

/**
 * The files in a JSON body.
 *
 * @throws EdeskError 4001 where there is no file, 4019 for one that has no name or type, or whose content is not in base64 (RFC 4648, section 4).
 */
export function filesInJson({ files }: Schemas['OrderNoteAttachmentsRequest']): NoteFile[] {
  const wrong = files.flatMap((file, position) =>
    isFile(file) ? [] : [[`files.${position}`, '4019' as const] as const],
  )
  refuseWrongFields(files.length === 0 ? { files: '4001' } : Object.fromEntries(wrong))
  return files.map(({ name, type, attachmentType = 'Other' }) => ({
    name,
    mime: type,
    attachmentType,
  }))
}

/**
 * The files in a form, as clients of the live service send them: parts named `attachments[]`, and one text part
 * `attachmentType` for all of them (eDesk API facts, "Order Notes").
 *
 * @throws EdeskError 4001 where there is no file, 4007 for a type that there is none of, 4020 for too long a name.
 */
export function filesInForm({ files, texts }: Form): NoteFile[] {
  // A form whose file was never chosen sends one without a name.
  const chosen = files.filter(({ field, name }) => field === part && name !== '')
  const { attachmentType = 'Other' } = texts
  refuseWrongFields(
    chosen.length === 0 ? { [part]: '4001' } : {},
    chosen.some(isNamedTooLong) ? { [part]: '4020' } : {},
    attachmentType === 'Other' || attachmentType === 'Invoice' ? {} : { attachmentType: '4007' },
  )
  return chosen.map(({ name, type }) => ({
    name,
    mime: type === '' ? 'application/octet-stream' : type,
    attachmentType: attachmentType === 'Invoice' ? 'Invoice' : 'Other',
  }))
}

function isFile({ name, type, base64 }: Schemas['OrderNoteFileRequest']): boolean {
  return name.trim() !== '' && type.trim() !== '' && isBase64(base64)
}

function isNamedTooLong({ name, type }: UploadedFile): boolean {
  return name.length > longestName || type.length > longestName
}

function isBase64(text: string): boolean {
  return text !== '' && text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)
}
