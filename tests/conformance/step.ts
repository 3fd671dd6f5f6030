/** A request as plain data, so that any client can send it. */
export interface StepRequest {
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body?: string
  /** A body that is not a text in UTF-8, as bytes. */
  bytes?: readonly number[]
  form?: RequestForm
}

interface RequestForm {
  files: readonly { field: string; name: string; type: string; text: string }[]
  texts: Readonly<Record<string, string>>
}

/** The part of a response that must be the same on every transport. */
export interface StepResponse {
  status: number
  headers: Readonly<Record<string, string>>
  body: string
}

interface Step {
  title: string
  /** The expected status of the response. */
  expected: number
  request: StepRequest
}

/** A part of the suite. It yields one request after another, and receives each response. */
export type Part<Result = void> = Generator<Step, Result, StepResponse>

/** The optional parts of a request. A string or a form is sent unchanged, any other body as JSON. */
export interface RequestOptions {
  body?: unknown
  bytes?: readonly number[]
  form?: RequestForm
  headers?: Readonly<Record<string, string>>
}

export type Ask = (
  title: string,
  expected: number,
  method: string,
  path: string,
  options?: RequestOptions,
) => Part<StepResponse>

/** Sends one request. */
export function* ask(
  title: string,
  expected: number,
  method: string,
  path: string,
  { body, bytes, form, headers = {} }: RequestOptions = {},
): Part<StepResponse> {
  const json = body === undefined && !bytes ? {} : { 'Content-Type': 'application/json' }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return yield {
    title,
    expected,
    request: {
      method,
      path,
      headers: { ...json, ...headers },
      ...(body === undefined ? {} : { body: text }),
      ...(bytes ? { bytes } : {}),
      ...(form ? { form } : {}),
    },
  }
}

/** Returns a function that sends requests with a key, as an application does. */
export function withKey(key: string): Ask {
  return (title, expected, method, path, { headers, ...rest } = {}) =>
    ask(title, expected, method, path, {
      ...rest,
      headers: { Authorization: `Bearer ${key}`, ...headers },
    })
}

/** Returns the id in a response of the public API, or 0 without one: the expected status fails that step already. */
export function idIn({ body }: StepResponse): number {
  const { data } = JSON.parse(body) as { data?: { id: number } }
  return data?.id ?? 0
}
