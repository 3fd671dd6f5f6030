import type { components } from '#src/api/generated/schema.ts'
import { hasForbiddenCharacter } from '#src/shared/characters.ts'

import type { Form, UploadedFile } from '../operation.ts'
import { assertValidFields } from '../fields/assertValidFields.ts'

type Schemas = components['schemas']

/** A file that a request attaches to a note. The mock does not store its content. */
export type NoteFile = Pick<Schemas['OrderNoteAttachment'], 'name' | 'mime' | 'attachmentType'>

/** The name of a form's files. */
export const filesField = 'attachments[]'
const maxNameLength = 255

/**
 * Reads the files in a JSON body.
 *
 * @throws EdeskError 4001 if there is no file; 4019 for a file without a name or type, or whose content is not base64 (RFC 4648,
 *   section 4).
 */
export function filesInJson({ files }: Schemas['OrderNoteAttachmentsRequest']): NoteFile[] {
  const invalid = files.flatMap((file, index) =>
    isFile(file) ? [] : [[`files.${index}`, '4019' as const] as const],
  )
  assertValidFields(files.length === 0 ? { files: '4001' } : Object.fromEntries(invalid))
  return files.map(({ name, type, attachmentType = 'Other' }) => ({
    name,
    mime: type,
    attachmentType,
  }))
}

/**
 * Reads the files in a form. Clients of the live service send parts named `attachments[]` and one text part `attachmentType`
 * that applies to all of them, as in eDesk's API reference.
 *
 * @throws EdeskError 4001 if there is no file, 4007 for an unknown attachment type, 4020 for a name or type that is too long, 4007 for one
 *   with a control character.
 */
export function filesInForm({ files, texts }: Form): NoteFile[] {
  // If the user chose no file, browsers send a part with an empty name.
  const chosen = files.filter(({ field, name }) => field === filesField && name !== '')
  const { attachmentType = 'Other' } = texts
  assertValidFields(
    chosen.length === 0 ? { [filesField]: '4001' } : {},
    chosen.some(hasTooLongName) ? { [filesField]: '4020' } : {},
    chosen.some(hasWrongName) ? { [filesField]: '4007' } : {},
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

function hasTooLongName({ name, type }: UploadedFile): boolean {
  return name.length > maxNameLength || type.length > maxNameLength
}

function hasWrongName({ name, type }: UploadedFile): boolean {
  return [name, type].some((text) => hasForbiddenCharacter(text, { lines: false }))
}

function isBase64(text: string): boolean {
  return text !== '' && text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)
}
