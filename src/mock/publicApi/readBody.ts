import type { Route } from '../routes.ts'
import type { Form, UploadedFile } from './operation.ts'

/** A body as it came, before anybody has looked whether it is right. */
export interface ReadBody {
  /** What JSON was parsed to; undefined where there was none. */
  json: unknown
  form: Form | undefined
  /** Why it could not be read. */
  fault: string | undefined
}

/** The most characters that a body may have: of the order of a megabyte. */
const largestBody = 2_000_000
/** The most bytes that the files in a form may have together. */
const largestForm = 20_000_000

const nothing: ReadBody = { json: undefined, form: undefined, fault: undefined }

/** Reads the body that a route takes. What is wrong with it is told later, once it is known who asks. */
export async function readBody(request: Request, route: Route | undefined): Promise<ReadBody> {
  if (!route?.body) return nothing
  const type = request.headers.get('content-type') ?? ''
  if (route.multipart && /^multipart\/form-data\b/i.test(type)) return readForm(request)
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return { ...nothing, fault: 'The body must be JSON, sent as application/json.' }
  }
  try {
    const text = await request.text()
    if (text.length > largestBody) return { ...nothing, fault: 'The body is too large.' }
    return { ...nothing, json: JSON.parse(text) as unknown }
  } catch {
    return { ...nothing, fault: 'The body is not valid JSON.' }
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
    if (size > largestForm) return { ...nothing, fault: 'The form is too large.' }
    return { json: undefined, form: { files, texts }, fault: undefined }
  } catch {
    return { ...nothing, fault: 'The form cannot be read.' }
  }
}
