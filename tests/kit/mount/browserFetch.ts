/**
 * Makes `fetch` in Node what it is in browsers, as far as a page of the application minds: it takes addresses of the page's own
 * origin, keeps the cookies of answers, and sends them along.
 *
 * @param seen is told of every request, such as "GET /api/tokens".
 * @returns brings back the `fetch` that there was, and forgets the cookies.
 */
export function fetchAsBrowsersDo(seen: (request: string) => void): () => void {
  const bareFetch = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const address = typeof input === 'string' ? new URL(input, location.href) : input
    const request = new Request(address, init)
    seen(`${request.method} ${new URL(request.url).pathname}`)
    request.headers.set('Cookie', document.cookie)
    const answer = await bareFetch(request)
    for (const cookie of answer.headers.getSetCookie()) document.cookie = cookie
    return answer
  }
  return () => {
    globalThis.fetch = bareFetch
    forgetCookies()
  }
}

/** Deletes every cookie that a script of the page can see. */
export function forgetCookies(): void {
  for (const cookie of document.cookie.split('; ')) {
    document.cookie = `${cookie.split('=')[0] ?? ''}=; Path=/; Max-Age=0`
  }
}
