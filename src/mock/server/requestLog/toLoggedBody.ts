import { type BodyBytes, decodeUtf8, isMultipart } from '../http/bodyBytes.ts'
import { type FormPart, parseMultipart } from '../http/multipart.ts'
import { parseJson, type Reviver } from '../http/parseJson.ts'

const placeholder = '•••'

/** Stands for the content of a file in JSON. It is valid, so that a recorded request can be sent again. */
const anyContent = 'AAAA'

/** The maximum size of the body of a refused request in the log, in bytes. */
const maxRefusedBytes = 50_000

/**
 * Returns the body of a request for the log, with passwords hidden and without the contents of files: the parsed value of JSON,
 * the fields of a form, or the text of anything else; undefined if it is empty or cannot be read. Of a refused request, a large
 * body is left out: hiding secrets in it takes time.
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
  return fromJson(bytes, isAccepted)
}

function fromJson(bytes: Uint8Array, isAccepted: boolean): unknown {
  const text = decodeUtf8(bytes)
  if (text === undefined) return undefined
  // A name can be written with escapes.
  const mayHavePassword = /password|\\u/i.test(text)
  const needsReviver = mayHavePassword || text.includes('base64')
  const { value, error } = parseJson(bytes, needsReviver ? hideSecrets(isAccepted) : undefined)
  if (error === undefined) return value
  // The password cannot be located in a text that is not JSON, so hide the whole text.
  return mayHavePassword ? placeholder : text
}

function hideSecrets(isAccepted: boolean): Reviver {
  return (name, value) => (name === 'base64' && isAccepted ? anyContent : hidePassword(name, value))
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
