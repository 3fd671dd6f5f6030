import { type BodyBytes, decodeUtf8, isMultipart } from '../http/bodyBytes.ts'
import { type FormPart, parseMultipart } from '../http/multipart.ts'

const placeholder = '•••'

/** The maximum size of the body of a refused request in the log, in bytes. */
const maxRefusedBytes = 50_000

/**
 * Returns the body of a request for the log, with passwords hidden: the parsed value of JSON, the fields of a form, or
 * the text of anything else; undefined if it is empty or cannot be read. Of a refused request, a large body is left out: hiding
 * secrets in it takes time.
 */
export function toLoggedBody(
  contentType: string | null,
  body: BodyBytes | undefined,
  isAccepted: boolean,
): unknown {
  const { bytes } = body ?? {}
  if (!bytes || bytes.length === 0) return undefined
  if (!isAccepted && bytes.length > maxRefusedBytes) return `${bytes.length} bytes`
  if (isMultipart(contentType)) return formFields(parseMultipart(bytes, contentType ?? ''))
  const text = decodeUtf8(bytes)
  return text === undefined ? undefined : parseText(text)
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text, hidePassword) as unknown
  } catch {
    // The password cannot be located in a text that is not JSON, so hide the whole text.
    return /password/i.test(text) ? placeholder : text
  }
}

function hidePassword(name: string, value: unknown): unknown {
  return /password/i.test(name) ? placeholder : value
}

function formFields(parts: FormPart[] | string): { name: string; value: unknown }[] | undefined {
  if (typeof parts === 'string') return undefined
  return parts.map((part) => ({
    name: part.name,
    value:
      'text' in part
        ? hidePassword(part.name, part.text)
        : { name: part.fileName, type: part.type, size: part.size },
  }))
}
