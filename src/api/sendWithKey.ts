import type { PublicRequest } from './curlCommand.ts'
import { send } from './send.ts'

/** Returns the headers of a request to the public API. */
export function headersWithKey({ body }: PublicRequest, key: string): Record<string, string> {
  return {
    Authorization: `Bearer ${key}`,
    Accept: 'application/json',
    ...(body === '' ? {} : { 'Content-Type': 'application/json' }),
  }
}

/**
 * Sends a request to the public API with a key, without the cookies of the page's session.
 *
 * @throws ApiError if no response came from eDesk.
 */
export function sendWithKey(request: PublicRequest, key: string): Promise<Response> {
  const { method, url, body } = request
  return send(
    new Request(url, {
      method,
      headers: headersWithKey(request, key),
      ...(body === '' ? {} : { body }),
      cache: 'no-store',
      credentials: 'omit',
    }),
  )
}
