/**
 * Returns the value of a cookie.
 *
 * @param header a `Cookie` header, or `document.cookie`. If it contains the name more than once, the first value applies: browsers
 *   send the cookie with the most specific path first (RFC 6265, section 5.4), and any page of the site can add others.
 */
export function readCookie(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const text = pair.trim()
    if (text.startsWith(`${name}=`)) return text.slice(name.length + 1)
  }
  return undefined
}

/** Gives the cookie of a `Set-Cookie` header another name. */
export function renameCookie(setCookie: string, name: string): string {
  return name + setCookie.slice(setCookie.indexOf('='))
}
