/** A request to the public API. */
export interface PublicRequest {
  method: string
  url: string
  /** Empty if the request has no body. */
  body: string
}

/** Returns a request as a shell command, with `key` in its header. */
export function curlCommand({ method, url, body }: PublicRequest, key: string): string {
  const parts = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${shellQuote(url)}`,
    `-H ${shellQuote(`Authorization: Bearer ${key}`)}`,
    ...(body === ''
      ? []
      : [`-H ${shellQuote('Content-Type: application/json')}`, `-d ${shellQuote(body)}`]),
  ]
  return parts.join(' \\\n  ')
}

/** Quotes a text for a POSIX shell. Between single quotes, only the single quote itself has a special meaning. */
function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
