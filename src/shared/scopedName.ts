/**
 * Returns the name that the application at a base path gives to something that all pages of an origin share: a database, channel,
 * lock, or item of a storage. So two builds below two paths do not affect each other.
 *
 * @param basePath the base path, with a slash at both ends.
 */
export function scopedName(name: string, basePath: string): string {
  return `${name}:${basePath}`
}
