import { withoutKeys } from '#src/api/keyFormat.ts'

const hidden = '•••'

/**
 * What a request has brought, without passwords and keys: the value where it is JSON, what was in it where it is a form, else
 * its text. Undefined where nothing came, or nothing that could be read.
 */
export async function sentBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  try {
    if (/^multipart\/form-data\b/i.test(type)) return partsOf(await request.formData())
    const text = await request.text()
    return text === '' ? undefined : readable(withoutKeys(text))
  } catch {
    return undefined
  }
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text, withoutSecrets) as unknown
  } catch {
    // Where the password is in it, only somebody who can read it knows.
    return /password/i.test(text) ? hidden : text
  }
}

function withoutSecrets(name: string, value: unknown): unknown {
  if (/password/i.test(name)) return hidden
  // Once more: a key that was written with escapes is one only now.
  return typeof value === 'string' ? withoutKeys(value) : value
}

function partsOf(form: FormData): { name: string; value: unknown }[] {
  return [...form].map(([name, part]) => ({
    name: withoutKeys(name),
    value:
      typeof part === 'string'
        ? withoutSecrets(name, part)
        : { name: withoutKeys(part.name), type: part.type, size: part.size },
  }))
}
