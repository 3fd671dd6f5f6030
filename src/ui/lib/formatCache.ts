/**
 * Returns a function that creates each format only once, because a list formats dozens of times, and creating a format costs more
 * than using it. After the reader has changed the browser's languages, it creates the formats again.
 */
export function formatCache<Format>() {
  const formats = new Map<string, Format>()
  return (key: string, create: () => Format): Format => {
    const keyForReader = `${navigator.languages[0]} ${key}`
    const format = formats.get(keyForReader) ?? create()
    formats.set(keyForReader, format)
    return format
  }
}
