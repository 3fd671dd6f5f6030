/** A request, in a form that can be handed to any program that sends it. */
export interface Sent {
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body?: string
  form?: SentForm
}

interface SentForm {
  files: readonly { field: string; name: string; type: string; text: string }[]
  texts: Readonly<Record<string, string>>
}

/** What came back, as far as it must be the same everywhere. */
export interface Answer {
  status: number
  headers: Readonly<Record<string, string>>
  body: string
}

interface Step {
  title: string
  /** The status that the answer must have. */
  expected: number
  sent: Sent
}

/** A part of the conversation: asks step by step, and goes by what was answered. */
export type Part<Result = void> = Generator<Step, Result, Answer>

/** What a request may bring besides method and path. Everything but a text or a form is sent as JSON. */
export interface Brought {
  body?: unknown
  form?: SentForm
  headers?: Readonly<Record<string, string>>
}

export type Ask = (
  title: string,
  expected: number,
  method: string,
  path: string,
  brought?: Brought,
) => Part<Answer>

/** Asks once. */
export function* ask(
  title: string,
  expected: number,
  method: string,
  path: string,
  { body, form, headers = {} }: Brought = {},
): Part<Answer> {
  const json = body === undefined ? {} : { 'Content-Type': 'application/json' }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return yield {
    title,
    expected,
    sent: {
      method,
      path,
      headers: { ...json, ...headers },
      ...(body === undefined ? {} : { body: text }),
      ...(form ? { form } : {}),
    },
  }
}

/** Asks as an application does, with a key. */
export function withKey(key: string): Ask {
  return (title, expected, method, path, { headers, ...rest } = {}) =>
    ask(title, expected, method, path, {
      ...rest,
      headers: { Authorization: `Bearer ${key}`, ...headers },
    })
}

/** The id of what an answer of the public API holds. An answer that holds none fails by its status. */
export function idIn({ body }: Answer): number {
  const { data } = JSON.parse(body) as { data?: { id: number } }
  return data?.id ?? 0
}
