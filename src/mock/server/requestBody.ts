const placeholder = '•••'

/**
 * Reads the body of a request and hides passwords in it. Returns the parsed value of JSON, the fields of a form, or the
 * text of anything else; undefined if the body is empty or cannot be read.
 */
export async function readLoggedBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  try {
    if (/^multipart\/form-data\b/i.test(type)) return formFields(await request.formData())
    const text = await request.text()
    return text === '' ? undefined : parseText(text)
  } catch {
    return undefined
  }
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

function formFields(form: FormData): { name: string; value: unknown }[] {
  return [...form].map(([name, part]) => ({
    name,
    value:
      typeof part === 'string'
        ? hidePassword(name, part)
        : { name: part.name, type: part.type, size: part.size },
  }))
}
