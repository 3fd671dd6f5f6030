import { maskKeys } from '#src/shared/keyFormat.ts'

const placeholder = '•••'

/**
 * Reads the body of a request and hides passwords and keys in it. Returns the parsed value of JSON, the fields of a form, or the
 * text of anything else; undefined if the body is empty or cannot be read.
 */
export async function readLoggedBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  try {
    if (/^multipart\/form-data\b/i.test(type)) return formFields(await request.formData())
    const text = await request.text()
    return text === '' ? undefined : parseText(maskKeys(text))
  } catch {
    return undefined
  }
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text, hideSecrets) as unknown
  } catch {
    // The password cannot be located in a text that is not JSON, so hide the whole text.
    return /password/i.test(text) ? placeholder : text
  }
}

function hideSecrets(name: string, value: unknown): unknown {
  if (/password/i.test(name)) return placeholder
  // Again after parsing: in the text, escapes may have disguised a key.
  return typeof value === 'string' ? maskKeys(value) : value
}

function formFields(form: FormData): { name: string; value: unknown }[] {
  return [...form].map(([name, part]) => ({
    name: maskKeys(name),
    value:
      typeof part === 'string'
        ? hideSecrets(name, part)
        : { name: maskKeys(part.name), type: part.type, size: part.size },
  }))
}
