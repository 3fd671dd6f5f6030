import type { StepResponse, StepRequest } from './step.ts'

/** The response headers that must be the same on every transport. */
export const comparedHeaders: readonly string[] = [
  'allow',
  'cache-control',
  'content-type',
  'date',
  'etag',
  'location',
  'ratelimit-limit',
  'ratelimit-policy',
  'ratelimit-remaining',
  'ratelimit-reset',
  'retry-after',
  'www-authenticate',
]

/**
 * Sends a request with `fetch`. It can run in a page, so it must not refer to anything outside itself.
 *
 * @param cookie the cookie to send. Only for Node, whose `fetch` does not store cookies.
 */
export async function sendByFetch({
  origin,
  request,
  watched,
  cookie,
}: {
  origin: string
  request: StepRequest
  watched: readonly string[]
  cookie?: string | undefined
}): Promise<StepResponse & { cookies: string[] }> {
  const form = new FormData()
  for (const [name, text] of Object.entries(request.form?.texts ?? {})) form.append(name, text)
  for (const { field, name, type, text } of request.form?.files ?? []) {
    form.append(field, new File([text], name, { type }))
  }
  const response = await fetch(`${origin}${request.path}`, {
    method: request.method,
    headers: { ...request.headers, ...(cookie === undefined ? {} : { Cookie: cookie }) },
    body: request.form
      ? form
      : request.bytes
        ? new Uint8Array(request.bytes)
        : (request.body ?? null),
  })
  // Throws for invalid UTF-8 and keeps the byte order mark, so that equal strings mean equal bytes.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return {
    status: response.status,
    headers: Object.fromEntries(
      watched.flatMap((name) => {
        const value = response.headers.get(name)
        return value === null ? [] : [[name, value]]
      }),
    ),
    body: decoder.decode(await response.arrayBuffer()),
    cookies: response.headers.getSetCookie(),
  }
}
