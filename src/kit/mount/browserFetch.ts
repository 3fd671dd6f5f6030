/**
 * Makes `fetch` in Node behave as the application expects of a browser: it accepts relative URLs, stores the cookies of responses
 * and sends them.
 *
 * @param onRequest is called with every request, such as "GET /api/tokens".
 * @returns a function that restores the original `fetch` and deletes the cookies.
 */
export function installBrowserFetch(onRequest: (request: string) => void): () => void {
  const originalFetch = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const url = typeof input === 'string' ? new URL(input, location.href) : input
    const request = new Request(url, init)
    onRequest(`${request.method} ${new URL(request.url).pathname}`)
    request.headers.set('Cookie', document.cookie)
    const response = await originalFetch(request)
    for (const cookie of response.headers.getSetCookie()) document.cookie = cookie
    return response
  }
  return () => {
    globalThis.fetch = originalFetch
    deleteCookies()
  }
}

/** Deletes every cookie that a script of the page can see. */
export function deleteCookies(): void {
  for (const cookie of document.cookie.split('; ')) {
    document.cookie = `${cookie.split('=')[0] ?? ''}=; Path=/; Max-Age=0`
  }
}
