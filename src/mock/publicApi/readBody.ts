import type { Route } from '../server/routes.ts'
import type { Form, UploadedFile } from './operation.ts'

/** A request body that has been read but not validated. */
export interface ReadBody {
  /** The parsed JSON; undefined if the body is not JSON. */
  json: unknown
  form: Form | undefined
  /** Why the body could not be read. */
  error: string | undefined
}

/** Maximum length of a JSON body, in characters: about two megabytes. */
const maxBodyLength = 2_000_000
/** Maximum total size of the files in a form, in bytes. */
const maxFormBytes = 20_000_000

const emptyBody: ReadBody = { json: undefined, form: undefined, error: undefined }

/** Reads the body if the route takes one. Reports problems in `error` and does not throw: the key is checked before the body. */
export async function readBody(request: Request, route: Route | undefined): Promise<ReadBody> {
  if (!route?.body) return emptyBody
  const type = request.headers.get('content-type') ?? ''
  if (route.multipart && /^multipart\/form-data\b/i.test(type)) return readForm(request)
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return { ...emptyBody, error: 'The body must be JSON, sent as application/json.' }
  }
  try {
    const text = await request.text()
    if (text.length > maxBodyLength) return { ...emptyBody, error: 'The body is too large.' }
    return { ...emptyBody, json: JSON.parse(text) as unknown }
  } catch {
    return { ...emptyBody, error: 'The body is not valid JSON.' }
  }
}

async function readForm(request: Request): Promise<ReadBody> {
  try {
    const files: UploadedFile[] = []
    const texts: Record<string, string> = {}
    for (const [name, part] of await request.formData()) {
      if (typeof part === 'string') texts[name] = part
      else files.push({ field: name, name: part.name, type: part.type, size: part.size })
    }
    const size = files.reduce((sum, file) => sum + file.size, 0)
    if (size > maxFormBytes) return { ...emptyBody, error: 'The form is too large.' }
    return { json: undefined, form: { files, texts }, error: undefined }
  } catch {
    return { ...emptyBody, error: 'The form cannot be read.' }
  }
}
