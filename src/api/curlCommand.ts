/** A call of the public API, as any program would make it. */
export interface PublicRequest {
  method: string
  url: string
  /** Empty where none is sent. */
  body: string
}

/** The same call as a command for a shell, with `key` in its header. */
export function curlCommand({ method, url, body }: PublicRequest, key: string): string {
  const parts = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(url)}`,
    `-H ${quoted(`Authorization: Bearer ${key}`)}`,
    ...(body === ''
      ? []
      : [`-H ${quoted('Content-Type: application/json')}`, `-d ${quoted(body)}`]),
  ]
  return parts.join(' \\\n  ')
}

/** As one word of a POSIX shell: nothing has a meaning between single quotes but they themselves. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
