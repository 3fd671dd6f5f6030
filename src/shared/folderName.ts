/**
 * Returns the name that the application at a base path gives to something that all pages of an origin share: a database, channel,
 * lock, or item of a storage. So two builds below two paths do not affect each other.
 *
 * @param base the base path, with a slash at both ends.
 */
export function nameInFolder(name: string, base: string): string {
  return `${name}:${base}`
}
