/**
 * A response with its `Set-Cookie` value in a separate property. Browsers strip the header from a `Response`, and only a later
 * step decides which cookie store gets the value.
 */
export class CookieResponse extends Response {
  readonly setCookie: string | null

  constructor(body?: BodyInit | null, init: ResponseInit = {}) {
    const headers = new Headers(init.headers)
    const setCookie = headers.get('Set-Cookie')
    headers.delete('Set-Cookie')
    super(body, { ...init, headers })
    this.setCookie = setCookie
  }
}
