import { limits } from '#src/api/generated/values.ts'

import { charsetIssue, decodeUtf8 } from './bodyBytes.ts'

/** A part of a form: a text, or a file if the sender gave it a file name. */
export type FormPart =
  { name: string; text: string } | { name: string; fileName: string; type: string; size: number }

/**
 * Parses a body of `multipart/form-data` (RFC 7578). `Request.formData` is not used, because platforms differ: some accept
 * `filename*`, which the RFC forbids, and some take such a part for a text.
 *
 * @returns the parts in their order; a sentence for the developer of the client if the body cannot be read.
 */
export function parseMultipart(bytes: Uint8Array, contentType: string): FormPart[] | string {
  const boundary = boundaryOf(contentType)
  if (boundary === undefined) return 'The Content-Type has no boundary.'
  // One character for each byte, so that the positions are those of the bytes. A search in a text is much faster.
  const body = new TextDecoder('latin1').decode(bytes)
  const delimiter = `\r\n--${boundary}`
  const parts: FormPart[] = []
  let textBytes = 0
  let end = body.startsWith(delimiter.slice(2)) ? -2 : body.indexOf(delimiter)
  for (;;) {
    const start = end + delimiter.length
    if (end === -1) return 'The form has no end.'
    if (body.startsWith('--', start)) return parts
    const headStart = body.indexOf('\r\n', start)
    const headEnd = body.indexOf('\r\n\r\n', start)
    end = body.indexOf(delimiter, start)
    if (headEnd === -1 || headEnd >= end || body.slice(start, headStart).trim() !== '') {
      return end === -1 ? 'The form has no end.' : 'The form cannot be read.'
    }
    if (headEnd - start > limits.formHeadBytes) return 'The headers of a part are too long.'
    const head = decodeUtf8(bytes.subarray(headStart, headEnd))
    const content = bytes.subarray(headEnd + 4, Math.max(end, headEnd + 4))
    const part = parsePart(head, content)
    if (typeof part === 'string') return part
    textBytes += headEnd - start + ('text' in part ? content.length : 0)
    if (textBytes > limits.formTextBytes) return 'The texts of the form are too long.'
    parts.push(part)
    if (parts.length > limits.listItems) return 'The form has too many parts.'
  }
}

function boundaryOf(contentType: string): string | undefined {
  const [, quoted, plain] =
    /;\s*boundary\s*=\s*(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? []
  return quoted ?? plain
}

function parsePart(head: string | undefined, content: Uint8Array): FormPart | string {
  if (head === undefined) return notUtf8
  const disposition = headerIn(head, 'Content-Disposition') ?? ''
  const type = headerIn(head, 'Content-Type')
  if (!/^form-data\s*(;|$)/i.test(disposition)) {
    return 'Each part needs the header Content-Disposition: form-data.'
  }
  if (/;\s*filename\*\s*=/i.test(disposition)) {
    return 'Send the file name as filename, not as filename* (RFC 7578, section 4.2).'
  }
  const name = parameterIn(disposition, 'name')
  const fileName = parameterIn(disposition, 'filename')
  if (name === undefined) return 'Each part needs a name.'
  if (fileName !== undefined) {
    return { name, fileName, type: type ?? 'text/plain', size: content.length }
  }
  if (charsetIssue(type)) return notUtf8
  const text = decodeUtf8(content)
  return text === undefined ? notUtf8 : { name, text }
}

const notUtf8 = 'The form is not valid UTF-8.'

function headerIn(head: string, name: string): string | undefined {
  const prefix = `${name.toLowerCase()}:`
  const line = head.split('\r\n').find((text) => text.toLowerCase().startsWith(prefix))
  return line?.slice(prefix.length).trim()
}

/** Returns a parameter as browsers write it (HTML, "multipart/form-data encoding algorithm"). */
function parameterIn(disposition: string, name: string): string | undefined {
  const pattern = new RegExp(`;\\s*${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]*))`, 'i')
  const [, quoted, plain] = pattern.exec(disposition) ?? []
  const text = quoted?.replaceAll(/\\(["\\])/g, '$1') ?? plain
  return text?.replaceAll('%22', '"').replaceAll(/%0D/gi, '\r').replaceAll(/%0A/gi, '\n')
}
