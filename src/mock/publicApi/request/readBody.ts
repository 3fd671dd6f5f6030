import { type BodyBytes, charsetIssue, isMultipart } from '../../server/http/bodyBytes.ts'
import { parseMultipart } from '../../server/http/multipart.ts'
import { parseJson } from '../../server/http/parseJson.ts'
import type { Route } from '../../server/contract/routes.ts'
import { EdeskError, malformedBodyError } from '../edeskError.ts'
import type { Form, UploadedFile } from '../operation.ts'

/** A request body that has been read but not validated: the value of its JSON, or a form. */
export interface ReadBody {
  json: unknown
  form: Form | undefined
}

/**
 * Reads the body of a request, if the route takes one.
 *
 * @throws EdeskError 400, 413 or 415 if it cannot be read.
 */
export function readBody(
  route: Route,
  contentType: string | null,
  body: BodyBytes | undefined,
): ReadBody {
  if (!route.body || !body) return { json: undefined, form: undefined }
  const isForm = route.multipart && isMultipart(contentType)
  if (!isForm && !/^application\/json\s*(;|$)/i.test(contentType ?? '')) {
    throw malformedBodyError('The body must be JSON, sent as application/json.')
  }
  const issue = body.issue ?? (isForm ? undefined : charsetIssue(contentType))
  if (issue) {
    const { status, detail, headers } = issue
    throw new EdeskError(status, 'The request cannot be read', detail, { headers })
  }
  const bytes = body.bytes ?? new Uint8Array()
  if (isForm) return { json: undefined, form: readForm(bytes, contentType ?? '') }
  const { value, error } = parseJson(bytes)
  if (error !== undefined) throw malformedBodyError(error)
  return { json: value, form: undefined }
}

function readForm(bytes: Uint8Array, contentType: string): Form {
  const parts = parseMultipart(bytes, contentType)
  if (typeof parts === 'string') throw malformedBodyError(parts)
  const files: UploadedFile[] = []
  const texts: [name: string, text: string][] = []
  for (const part of parts) {
    if ('text' in part) texts.push([part.name, part.text])
    else files.push({ field: part.name, name: part.fileName, type: part.type, size: part.size })
  }
  const names = texts.map(([name]) => name)
  const repeated = names.find((name, index) => names.indexOf(name) < index)
  if (repeated !== undefined) {
    throw malformedBodyError(`The part ${repeated.slice(0, 100)} is sent more than once.`)
  }
  // Unlike assignments, this also creates a property `__proto__`.
  return { files, texts: Object.fromEntries(texts) }
}
